using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People;

/// <summary>Reads people's tables, each time in a scope of its own: parts of one page read at the same moment, and a circuit's own scope would live as long as the tab.</summary>
public sealed class PeopleReads(IServiceScopeFactory scopes)
{
    public async Task<T> Read<T>(Func<PeopleDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        people.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(people);
    }
}
