using Gera.Hub.People;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Stored, so the names never change.</summary>
public enum ShopState
{
    /// <summary>Only whoever registers it sees it.</summary>
    Draft = 0,

    /// <summary>Staff have not read it yet.</summary>
    Waiting = 1,
    Published = 2,

    /// <summary>Taken away by staff; its people still see it.</summary>
    Suspended = 3,

    /// <summary>Gone for good.</summary>
    Closed = 4,
}

/// <summary>What a shop offers beside its counter. Stored, so the numbers never change.</summary>
[Flags]
public enum ShopServices
{
    None = 0,
    Pickup = 1,
    Delivery = 2,
    Reservation = 4,
    Voucher = 8,
    StepFree = 16,
}

/// <summary>A shop, restaurant, craft or service of the regional market, as its stream tells it. Who may see it: <see cref="ShopSight"/> alone decides.</summary>
public sealed record Shop(Guid Id, string Slug, Guid? Author, ShopFacts Facts, ShopState State, DateTimeOffset At)
{
    /// <summary>Version of its words, from one.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>It was published once: from then on the role of its people counts, not who registered it.</summary>
    public bool WasOut { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = At;

    // Columns of their own, for lists.
    public string Kind => Facts.Kind;

    public string? District => Facts.District;

    public int Services => (int)Facts.Services;

    public bool IsPublished => State == ShopState.Published;

    public static Shop Create(ShopDrafted e) => new(e.ShopId, e.Slug, e.Author, e.Facts, ShopState.Draft, e.At);

    public Shop Apply(ShopWritten e) => this with { Edition = e.Edition, Facts = e.Facts, ChangedAt = e.At };

    public Shop Apply(ShopHandedIn e) => this with { State = ShopState.Waiting, ChangedAt = e.At };

    public Shop Apply(ShopApproved e) => this with { State = ShopState.Published, WasOut = true, ChangedAt = e.At };

    public Shop Apply(ShopRefused e) => this with { State = ShopState.Draft, ChangedAt = e.At };

    public Shop Apply(ShopSuspended e) => this with { State = ShopState.Suspended, ChangedAt = e.At };

    public Shop Apply(ShopReactivated e) => this with { State = ShopState.Published, ChangedAt = e.At };

    public Shop Apply(ShopClosed e) => this with { State = ShopState.Closed, ChangedAt = e.At };

    public Shop Apply(ShopLeft e) => this with { Author = null };

    /// <summary>Whether this person acts for the shop: whoever registers it until it is out, then those with the role for it.</summary>
    public bool IsOf(Person person) => person.Id is { } me && (WasOut ? person.Is(Role.ShopOwner, Slug) : Author == me);

    /// <summary>Staff's word on what was handed in; only what was read is decided about.</summary>
    public Answer<object> Review(int edition, bool approve, Guid? by, DateTimeOffset now)
    {
        if (State != ShopState.Waiting) return MarketRefusals.NotWaiting;
        if (Edition != edition) return MarketRefusals.ReadAgain;
        return approve ? new ShopApproved(by, now) : new ShopRefused(by, now);
    }

    public Answer<ShopSuspended> Suspend(Guid? by, DateTimeOffset now) => State == ShopState.Published ? new ShopSuspended(by, now) : MarketRefusals.NotOut;

    public Answer<ShopReactivated> Reactivate(Guid? by, DateTimeOffset now) => State == ShopState.Suspended ? new ShopReactivated(by, now) : MarketRefusals.NotSuspended;
}
