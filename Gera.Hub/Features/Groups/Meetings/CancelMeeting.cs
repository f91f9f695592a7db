using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Says that a meeting does not take place; whoever was invited is told by mail.</summary>
public sealed record CancelMeeting(Guid Meeting, string? Reason) : IWish<Done>;

internal sealed class CancelMeetingVerb(MeetingMails mails) : IVerb<CancelMeeting, Done>
{
    public Permission Needs => Permission.Lead;

    /// <summary>Everybody who was invited is told in the same transaction.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Task<Scope?> ScopeOf(CancelMeeting wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(CancelMeeting wish, Deed deed)
    {
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        var cancelled = new MeetingCancelled(Text.Clean(wish.Reason!), deed.Person.Id, deed.Now);
        var before = await MeetingDesk.Change<MeetingCancelled>(wish.Meeting, deed, about => about.IsCancelled ? GroupRefusals.MeetingOff : about.EndsAt < deed.Now ? GroupRefusals.MeetingPast : cancelled);
        if (!before.Granted) return before.Refusal!;
        if (before.Value.InvitedAt is not null) await mails.Send(MeetingMails.Off, before.Value.Apply(cancelled), deed);
        return new Done();
    }
}
