using System.Security.Cryptography;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Cards;

/// <summary>Makes voting cards. Their codes are told in the answer and never again.</summary>
/// <param name="Count">1–2,000.</param>
public sealed record IssueCards(Guid Hall, int Count) : IWish<PrintedCard[]>;

internal sealed class IssueCardsVerb(CardStore cards) : IVerb<IssueCards, PrintedCard[]>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(IssueCards wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<PrintedCard[]>> Do(IssueCards wish, Deed deed)
    {
        var hall = (await deed.Session.LoadAsync<Hall>(wish.Hall, deed.Stop))!;
        if (wish.Count is < 1 or > 2000) return HallRefusals.CardCountOutOfRange;
        if (hall.Access != Access.Card) return HallRefusals.CardsNotHere;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (await deed.Session.AnyOpen(hall.Id, deed.Stop)) return HallRefusals.ElectorateFixed;
        var first = (await cards.Count(hall.Id, deed.Stop)).Issued + 1;
        return await Issue(deed, hall.Id, first, wish.Count);
    }

    /// <summary>Writes cards with their hashes and seats. Numbers are unique per session, so two who print at once cannot both succeed.</summary>
    internal static Task<PrintedCard[]> Issue(Deed deed, Guid hall, int first, int count)
    {
        var printed = Enumerable.Range(first, count).Select(n => new PrintedCard(n, CardCode.New())).ToArray();
        deed.Session.QueueSqlCommand("insert into halls.cards (id, session, number, code_hash, state, seat) select i, ?, n, h, 0, s from unnest(?::uuid[], ?::int[], ?::bytea[], ?::uuid[]) v(i, n, h, s)",
            hall, printed.Select(_ => deed.NewId()).ToArray(), printed.Select(p => p.Number).ToArray(),
            printed.Select(p => CardCode.Hash(hall, p.Code)!).ToArray(), printed.Select(_ => new Guid(RandomNumberGenerator.GetBytes(16))).ToArray());
        deed.Session.Events.Append(hall, new CardsIssued(count, deed.Now));
        return Task.FromResult(printed);
    }
}
