using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Publishes the minutes as written last; after the first time this is a new edition beside the earlier ones.</summary>
public sealed record PublishMinutes(Guid Meeting) : IWish<Done>;

internal sealed class PublishMinutesVerb(VoteSource votes) : IVerb<PublishMinutes, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(PublishMinutes wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(PublishMinutes wish, Deed deed)
    {
        // Asked before the stream is held, over the votes' own line.
        var run = (await votes.Sheets((await deed.Session.LoadAsync<Meeting>(wish.Meeting, deed.Stop))!, deed.Stop)).Any(s => !s.IsOver);
        return await MeetingDesk.Do(wish.Meeting, deed, about => about.Publish(run, deed.Person.Id, deed.Now));
    }
}
