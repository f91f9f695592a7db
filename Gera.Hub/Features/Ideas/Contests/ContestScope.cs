using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>What the door needs to know of a contest.</summary>
internal static class ContestScope
{
    public static async Task<Scope?> Of(Guid contest, Deed deed) =>
        await deed.Session.LoadAsync<Contest>(contest, deed.Stop) is null ? null : new Scope { About = contest.ToString() };
}
