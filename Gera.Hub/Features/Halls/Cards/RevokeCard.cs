using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Cards;

/// <summary>Makes a card worthless and, if wished, prints another in its place.</summary>
public sealed record RevokeCard(Guid Hall, int Number, bool Replace) : IWish<PrintedCard[]>;

internal sealed class RevokeCardVerb(CardStore cards) : IVerb<RevokeCard, PrintedCard[]>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(RevokeCard wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<PrintedCard[]>> Do(RevokeCard wish, Deed deed)
    {
        var hall = (await deed.Session.LoadAsync<Hall>(wish.Hall, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (await deed.Session.AnyOpen(hall.Id, deed.Stop)) return HallRefusals.ElectorateFixed;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var revoke = new NpgsqlCommand("update halls.cards set state = 2 where session = $1 and number = $2 and state <> 2", deed.Session.Connection);
        revoke.Parameters.AddWithValue(hall.Id);
        revoke.Parameters.AddWithValue(wish.Number);
        if (await revoke.ExecuteNonQueryAsync(deed.Stop) == 0) return HallRefusals.CardUnknown;
        deed.Session.Events.Append(hall.Id, new CardRevoked(wish.Number, deed.Now));
        return wish.Replace ? await IssueCardsVerb.Issue(deed, hall.Id, (await cards.Count(hall.Id, deed.Stop)).Issued + 1, 1) : Array.Empty<PrintedCard>();
    }
}
