using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>What the door needs to know of sessions, polls and questions: who leads them, and whose seats may act.</summary>
internal static class HallScope
{
    public static async Task<Scope?> OfHall(Guid hall, Deed deed) =>
        await deed.Session.LoadAsync<Hall>(hall, deed.Stop) is { } found ? new Scope(found.Leader, found.Id, Group: found.Group) { About = hall.ToString() } : null;

    public static async Task<Scope?> OfPoll(Guid poll, Deed deed) =>
        await deed.Session.LoadAsync<Poll>(poll, deed.Stop) is { State: not PollState.Dropped } found ? await OfHall(found.Session, deed) : null;

    public static Task<bool> AnyOpen(this IDocumentSession session, Guid hall, CancellationToken stop) =>
        session.Query<Poll>().AnyAsync(p => p.Session == hall && p.State == PollState.Open, stop);
}
