using System.Text.Json;
using Gera.Hub.People;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>What is asked of those who register for a date, and how many may.</summary>
/// <param name="Capacity">Seats at each date.</param>
/// <param name="MinimumAge">Years; 0: none.</param>
/// <param name="ClosesHours">Hours before the beginning when registration closes.</param>
/// <param name="Fields">The organiser's own questions, at most five.</param>
public sealed record Gate(Guid Event, int Capacity, int MinimumAge, int ClosesHours, IReadOnlyList<GateField> Fields)
{
    public static readonly TimeSpan OfferLife = TimeSpan.FromHours(24);

    /// <summary>Whether somebody may register for a date at that moment.</summary>
    public bool IsOpen(Occurrence date, DateTimeOffset now) => !date.IsCancelled && now < date.StartsAt.AddHours(-ClosesHours);

    /// <summary>Until when an offered seat is kept: a day, and never past the hour in which the doors close.</summary>
    public static DateTimeOffset OfferUntil(Occurrence date, DateTimeOffset now) => now + OfferLife < date.StartsAt ? now + OfferLife : date.StartsAt;

    public Refusal? Fault() => Capacity is < 1 or > 100_000 || MinimumAge is < 0 or > 99 || ClosesHours is < 0 or > 720 || Fields.Count > 5 || Fields.Any(f => People.Text.Check(f.Label, 120, ("Frage", "question")) is not null) ? CalendarRefusals.GateBad : null;

    /// <summary>Why a person may not register like this; null when they may.</summary>
    public Refusal? Check(bool isOldEnough, IReadOnlyList<string> answers)
    {
        if (MinimumAge > 0 && !isOldEnough) return CalendarRefusals.TooYoung;
        for (var n = 0; n < Fields.Count; n++)
            if (People.Text.Check(answers.ElementAtOrDefault(n), 300, (Fields[n].Label, Fields[n].Label), Fields[n].IsNeeded) is { } bad) return bad.Code == Refusals.TextMissing.Code ? CalendarRefusals.AnswerMissing : bad;
        return null;
    }

    public string FieldsJson => JsonSerializer.Serialize(Fields, JsonSerializerOptions.Web);

    public static IReadOnlyList<GateField> FieldsOf(string json) => JsonSerializer.Deserialize<GateField[]>(json, JsonSerializerOptions.Web) ?? [];
}

/// <summary>A question of the organiser's.</summary>
public sealed record GateField(string Label, bool IsNeeded);

/// <summary>Stored as numbers; what is below <see cref="Ended"/> holds the person's place.</summary>
public enum SeatState
{
    /// <summary>A guest whose address is not confirmed; holds nothing.</summary>
    Unconfirmed = 0,
    Waiting = 1,
    Taken = 2,

    /// <summary>A seat is kept for a while for somebody who waited.</summary>
    Offered = 3,
    Ended = 4,
}

/// <summary>Somebody's registration for one date.</summary>
public sealed record Seat(Guid Id, Guid Event, DateTime Original, Guid? Person, string? Mail, string Name, string Language, IReadOnlyList<string> Answers, SeatState State, DateTimeOffset At, DateTimeOffset? OfferUntil, DateTimeOffset? InAt);
