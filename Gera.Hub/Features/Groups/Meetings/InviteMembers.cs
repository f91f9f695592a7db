using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Invites the members of the group by mail. Pressed again, only those get a mail who have none about this place and time.</summary>
public sealed record InviteMembers(Guid Meeting) : IWish<Done>;

internal sealed class InviteMembersVerb(MeetingMails mails) : IVerb<InviteMembers, Done>
{
    public Permission Needs => Permission.Lead;

    /// <summary>Everybody is told in the same transaction.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Pace? Pace => new(20, 200, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(InviteMembers wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(InviteMembers wish, Deed deed)
    {
        var invited = await MeetingDesk.Change<MembersInvited>(wish.Meeting, deed, about =>
            about.IsCancelled ? GroupRefusals.MeetingOff : about.EndsAt < deed.Now ? GroupRefusals.MeetingPast : new MembersInvited(deed.Person.Id, deed.Now));
        if (!invited.Granted) return invited.Refusal!;
        await mails.Send(MeetingMails.Invitation, invited.Value, deed);
        return new Done();
    }
}
