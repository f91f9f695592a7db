using Gera.Hub.People;
using Gera.Hub.People.Data;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>A session in which a seat of this device took part and whose deeds may be taken over.</summary>
public sealed record SeatOffer(string Code, string Title);

/// <summary>Which seats an account may take over: its own device's, with deeds in them, when the account was made within a day of one of them.
/// A ballot's time is that of its event. A secret one has none, so what counts is that of its poll.</summary>
internal sealed class SeatOffers(LiveHalls halls, Seats seats, HallTraces traces, SeatClaims claims, PeopleDb people, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Cookies looked at; a browser with more has them from elsewhere.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<SeatOffer>> Of(HttpContext http, Guid person, CancellationToken stop)
    {
        var prefix = seats.CookieName("");
        var offers = new List<SeatOffer>();
        foreach (var name in http.Request.Cookies.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Take(Most))
            if (await halls.ByCode(name[prefix.Length..]) is { Hall: var hall } && seats.Read(http, hall) is { } seat && await Check(person, seat, stop) is null)
                offers.Add(new SeatOffer(hall.Code, hall.Title));
        return offers;
    }

    /// <summary>Why not; null when it may.</summary>
    public async Task<Refusal?> Check(Guid person, Seat seat, CancellationToken stop)
    {
        if (seat == Seats.OfAccount(seat.Session, person)) return Refusals.NotFound;
        if (await claims.Holder(seat.Id, stop) is not null) return DataRefusals.SeatTaken;
        if (await people.Users.Where(u => u.Id == person).Select(u => (DateTimeOffset?)u.CreatedAt).SingleOrDefaultAsync(stop) is not { } made) return Refusals.NotFound;
        MySeat[] one = [new(seat.Session, seat.Id, false)];
        var polls = await traces.Polls(one, stop);
        var cast = await traces.LastCast(polls, stop);
        var deeds = polls.Select(p => (From: p.Poll.OpenedAt ?? p.Poll.PreparedAt, Until: cast.TryGetValue(p.Poll.Id, out var last) ? last : p.Poll.ClosedAt ?? clock.GetUtcNow()))
            .Concat((await traces.Questions(one, int.MaxValue, stop)).Select(q => (From: q.At, Until: q.At))).ToArray();
        if (deeds.Length == 0) return Refusals.NotFound;
        return deeds.Any(d => d.From <= made && made <= d.Until + Window) ? null : DataRefusals.SeatTooLate;
    }
}
