using Npgsql;

namespace Gera.Hub.People.Grants;

/// <summary>Uses a code from the counter or a letter: the account belongs to someone who lives in Gera. One code, one account.</summary>
public sealed record ConfirmResidence(string? Code) : IWish<Done>;

internal sealed class ConfirmResidenceVerb(OneTimeCodes codes) : IVerb<ConfirmResidence, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(10, 300, TimeSpan.FromMinutes(10));

    public async Task<Answer<Done>> Do(ConfirmResidence wish, Deed deed)
    {
        if (deed.Person.IsResident) return GrantRefusals.AlreadyResident;
        var me = deed.Person.Id!.Value;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // One account that sends two codes at once keeps the second one.
        if (await deed.Find<bool>("select \"ResidentSince\" is not null from people.users where \"Id\" = $1 for update", me)) return GrantRefusals.AlreadyResident;
        if (await codes.Take(ResidentCodes.Purpose, wish.Code, me, deed.Stop, deed.Session.Connection as NpgsqlConnection) is null) return Refusals.CodeInvalid;
        deed.Write("update people.users set \"ResidentSince\" = ? where \"Id\" = ?", deed.Now, me);
        return new Done();
    }
}
