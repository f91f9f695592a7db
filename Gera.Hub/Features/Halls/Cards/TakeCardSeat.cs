using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Cards;

/// <summary>Redeems a voting card for its seat, once.</summary>
public sealed record TakeCardSeat(string? Code, string? Card) : IWish<CardSeat>;

/// <param name="Seat">Token for <c>Join</c>.</param>
public sealed record CardSeat(string Seat);

internal sealed class TakeCardSeatVerb(CardStore cards, LiveHalls halls, Seats seats) : IVerb<TakeCardSeat, CardSeat>
{
    public Permission Needs => Permission.Anyone;

    // One helper with a tablet may redeem the cards of a whole hall.
    public Pace? Pace => new(2_000, 5_000, TimeSpan.FromMinutes(1));

    public async Task<Scope?> ScopeOf(TakeCardSeat wish, Deed deed) => await halls.ByCode(wish.Code) is { } ? Scope.None : null;

    public async Task<Answer<CardSeat>> Do(TakeCardSeat wish, Deed deed)
    {
        var hall = (await halls.ByCode(wish.Code))!.Hall;
        if (hall.Access != Access.Card) return HallRefusals.CardsNotHere;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (CardCode.Hash(hall.Id, wish.Card) is not { } hash) return HallRefusals.CardUnknown;
        var (seat, exists) = await cards.Redeem(hall, hash, deed.Stop);
        if (seat is { } id) return new CardSeat(seats.Token(new Seat(hall.Id, id)));
        return exists ? HallRefusals.CardUsed : HallRefusals.CardUnknown;
    }
}
