using Gera.Hub.Features.Halls.Polls;
using Gera.Hub.Features.Halls.Sessions;
using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>
/// A session of the halls out of an item of an agenda: the halls' own wishes, sent through the door as the leader. Session and polls have ids
/// that were decided before, so that pressing twice, or again after a line was cut, starts nothing twice and adds what is missing.
/// </summary>
internal sealed class VoteStart(Door door)
{
    public async Task<Answer<string>> Begin(Guid meeting, Guid item, Caller caller, CancellationToken stop)
    {
        var order = await Twice(() => door.Send<BeginItemVote, VoteOrder>(new BeginItemVote(meeting, item), caller, stop));
        if (!order.Granted) return order.Refusal!;
        var (session, title, group, isPublic, polls) = order.Value;
        // Of a meeting among members no page names the session; they are told its code.
        var start = new StartSession(title, isPublic ? Access.Anyone : Access.Account, group) { Id = session, IsUnlisted = !isPublic };
        var started = await Twice(() => door.Send<StartSession, SessionStarted>(start, caller, stop));
        if (!started.Granted) return started.Refusal!;
        foreach (var poll in polls)
        {
            var prepare = new PreparePoll(session, WriteAgendaItemVerb.Draft(poll)!) { Id = poll.Id };
            if ((await Twice(() => door.Send<PreparePoll, PollMade>(prepare, caller, stop))).Refusal is { } refusal) return refusal;
        }
        return started.Value.Code;
    }

    /// <summary>Two presses at the same moment: whoever was slower finds what the other one made.</summary>
    private static async Task<Answer<TAnswer>> Twice<TAnswer>(Func<Task<Answer<TAnswer>>> ask) =>
        await ask() is var answer && answer.Refusal == Refusals.SomeoneWasFaster ? await ask() : answer;
}
