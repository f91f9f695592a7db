using Npgsql;

namespace Gera.Hub.People.Grants;

/// <summary>Takes the role an invitation offers; of many who try at once exactly one gets it.</summary>
public sealed record AcceptInvitation(string? Code) : IWish<Offer>;

internal sealed class AcceptInvitationVerb(OneTimeCodes codes) : IVerb<AcceptInvitation, Offer>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(10, 300, TimeSpan.FromMinutes(1));

    public async Task<Answer<Offer>> Do(AcceptInvitation wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        if (await codes.Take(Offer.Purpose, wish.Code, me, deed.Stop, deed.Session.Connection as NpgsqlConnection) is not { By: { } by } taken) return Refusals.CodeInvalid;
        var offer = Offer.Read(taken.Data);
        // Refused, the deed is undone and the invitation stays open.
        if (await deed.Find<bool>("select exists (select from people.grants where \"UserId\" = $1 and \"Role\" = $2 and \"Scope\" = $3 and \"EndedAt\" is null)", me, offer.Role, offer.Scope)) return GrantRefusals.RoleHeld;
        GrantRoleVerb.Give(deed, me, offer.Role, offer.Scope, by, offer.Reason);
        deed.Write("""update people.codes set "Data" = "Data" - 'mail' where "Hash" = ?""", OneTimeCodes.Hash(Offer.Purpose, wish.Code!));
        return offer with { Mail = null };
    }
}
