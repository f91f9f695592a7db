using Gera.Hub.People;
using Marten;
using Marten.Linq;

namespace Gera.Hub.Features.Halls.Console;

/// <summary>Sessions somebody may lead, the newest first.</summary>
public sealed class SessionList(IDocumentStore store)
{
    public const int PageSize = 20;

    /// <summary>One page and how many there are; an administrator sees everybody's.</summary>
    /// <param name="page">From one.</param>
    public async Task<(IReadOnlyList<Hall> Halls, long All)> Of(Person person, int page, CancellationToken stop = default)
    {
        if (!MayLead(person)) return ([], 0);
        await using var session = store.QuerySession();
        IQueryable<Hall> halls = session.Query<Hall>().Stats(out QueryStatistics found);
        if (!person.Is(Role.Administrator)) halls = halls.Where(h => h.Leader == person.Id!.Value);
        var list = await halls.OrderByDescending(h => h.OpenedAt).Skip((Math.Clamp(page, 1, 10_000) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return (list, found.TotalResults);
    }

    public static bool MayLead(Person person) => person.Is(Role.Administrator) || person.Is(Role.Leader);

    /// <summary>Whether the console of a session is for this person. The door asks again for each command.</summary>
    public static bool MayLead(Person person, Hall hall) => person.Is(Role.Administrator) || person.Is(Role.Leader) && hall.Leader == person.Id;
}
