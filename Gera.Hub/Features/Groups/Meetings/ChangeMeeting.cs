using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Changes words, place or time of a meeting.</summary>
public sealed record ChangeMeeting(Guid Meeting, MeetingFacts Facts) : IWish<Done>;

internal sealed class ChangeMeetingVerb : IVerb<ChangeMeeting, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(ChangeMeeting wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(ChangeMeeting wish, Deed deed)
    {
        foreach (var (_, refusal) in wish.Facts.Faults()) return refusal;
        return await MeetingDesk.Do(wish.Meeting, deed, about => about.Change(wish.Facts.Clean(), deed.Person.Id, deed.Now));
    }
}
