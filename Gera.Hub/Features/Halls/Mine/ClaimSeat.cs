using Gera.Hub.People;
using Gera.Hub.People.Data;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>Takes what this device's seat did in a session over into the asking account, once and for all.</summary>
public sealed record ClaimSeat(Guid Hall) : IWish<Done>;

internal sealed class ClaimSeatVerb(SeatOffers offers) : IVerb<ClaimSeat, Done>
{
    public Permission Needs => Permission.Account;

    public async Task<Answer<Done>> Do(ClaimSeat wish, Deed deed)
    {
        if (deed.Seat is not { } seat || seat.Session != wish.Hall) return Refusals.NotFound;
        if (await offers.Check(deed.Person.Id!.Value, seat, deed.Stop) is { } refusal) return refusal;
        SeatClaims.Claim(deed.Session, seat, deed.Person.Id.Value, deed.Now);
        return new Done();
    }
}
