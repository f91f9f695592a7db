using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Agrees to it, or gives it back with a note: somebody who wrote nothing of it (four eyes).</summary>
/// <param name="Version">The version that was read.</param>
/// <param name="Note">What is to be changed; null: nothing, it may go out.</param>
public sealed record ReviewAnnouncement(Guid Announcement, int Version, string? Note) : IWish<Done>;

internal sealed class ReviewAnnouncementVerb : IVerb<ReviewAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(ReviewAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(ReviewAnnouncement wish, Deed deed)
    {
        var (stream, me) = (await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop), deed.Person.Id!.Value);
        if (stream.Aggregate!.RefuseApproval(me) is { } no) return no;
        if (stream.Aggregate.Edition != wish.Version) return PressRefusals.TextMoved;
        if (wish.Note is null) stream.AppendOne(new AnnouncementApproved(me, deed.Now));
        else if (PressWords.RefuseNote(wish.Note, ("Anmerkung", "note")) is { } bad) return bad;
        else stream.AppendOne(new AnnouncementReturned(Text.Clean(wish.Note), me, deed.Now));
        return new Done();
    }
}
