namespace Gera.Hub.People.Notices;

/// <summary>How often mails tell the asking person of each kind; kinds that are not named stay as they are.</summary>
public sealed record SetNotices(IReadOnlyDictionary<string, Rhythm> Rhythms) : IWish<Done>;

internal sealed class SetNoticesVerb(IEnumerable<NoticeKind> kinds) : IVerb<SetNotices, Done>
{
    internal const string Sql = """
        insert into people.notice_rules ("UserId", "Kind", "Rhythm") select "Id", ?, ? from people.users where "Id" = ?
        on conflict ("UserId", "Kind") do update set "Rhythm" = excluded."Rhythm"
        """;

    public Permission Needs => Permission.Account;

    public bool OpenToBlocked => true;

    public Task<Answer<Done>> Do(SetNotices wish, Deed deed)
    {
        foreach (var (kind, rhythm) in wish.Rhythms)
        {
            if (kinds.All(k => k.Name != kind) || !Enum.IsDefined(rhythm)) return Task.FromResult<Answer<Done>>(Refusals.Malformed);
            deed.Session.QueueSqlCommand(Sql, kind, (int)rhythm, deed.Person.Id!.Value);
        }
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
