using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Notices;

/// <summary>Marks a notice as read, and tells where it leads; without an id all of the asking person's.</summary>
public sealed record ReadNotice(Guid? Notice) : IWish<NoticeRead>;

/// <param name="Link">A path of ours.</param>
public sealed record NoticeRead(string Link);

internal sealed class ReadNoticeVerb(PeopleDb people) : IVerb<ReadNotice, NoticeRead>
{
    public Permission Needs => Permission.Self;

    public bool OpenToBlocked => true;

    public async Task<Scope?> ScopeOf(ReadNotice wish, Deed deed) =>
        wish.Notice is not { } id ? new Scope(Owner: deed.Person.Id)
        : await people.Notices.FindAsync([id], deed.Stop) is { } notice ? new Scope(Owner: notice.UserId) : null;

    public async Task<Answer<NoticeRead>> Do(ReadNotice wish, Deed deed)
    {
        var person = deed.Person.Id!.Value;
        if (wish.Notice is not { } id)
        {
            deed.Session.QueueSqlCommand("""update people.notices set "ReadAt" = ? where "UserId" = ? and "ReadAt" is null""", deed.Now, person);
            return new NoticeRead("/mein-hub");
        }
        deed.Session.QueueSqlCommand("""update people.notices set "ReadAt" = ? where "Id" = ? and "ReadAt" is null""", deed.Now, id);
        return new NoticeRead(await people.Notices.Where(n => n.Id == id).Select(n => n.Link).SingleAsync(deed.Stop));
    }
}
