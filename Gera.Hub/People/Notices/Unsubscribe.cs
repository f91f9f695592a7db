namespace Gera.Hub.People.Notices;

/// <summary>Ends the mails an unsubscribe link names, without log-in (RFC 8058). It can do nothing else.</summary>
public sealed record Unsubscribe(string Code) : IWish<Done>;

internal sealed class UnsubscribeVerb(UnsubscribeCodes codes) : IVerb<Unsubscribe, Done>
{
    public Permission Needs => Permission.Anyone;

    public Task<Scope?> ScopeOf(Unsubscribe wish, Deed deed) => Task.FromResult(codes.Read(wish.Code) is null ? null : Scope.None);

    public Task<Answer<Done>> Do(Unsubscribe wish, Deed deed)
    {
        var (person, kinds) = codes.Read(wish.Code)!.Value;
        foreach (var kind in kinds) deed.Session.QueueSqlCommand(SetNoticesVerb.Sql, kind, (int)Rhythm.Never, person);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
