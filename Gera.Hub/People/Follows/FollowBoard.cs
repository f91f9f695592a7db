using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People.Follows;

/// <summary>Who follows what.</summary>
public sealed class FollowBoard(HubDatabase database, IEnumerable<FollowKind> kinds, IServiceScopeFactory scopes)
{
    /// <summary>What a target stands for; null when there is no such thing, or not for everyone.</summary>
    public async Task<Followed?> Find(string target, CancellationToken stop)
    {
        var parts = target.Split(':', 2);
        if (target.Length > 200 || parts.Length != 2 || kinds.FirstOrDefault(k => k.Name == parts[0]) is not { } kind) return null;
        await using var scope = scopes.CreateAsyncScope();
        return await kind.Find(scope.ServiceProvider, parts[1], stop);
    }

    /// <summary>Everything somebody follows, the newest first.</summary>
    public async Task<IReadOnlyList<string>> Targets(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("""select "Target" from people.follows where "UserId" = $1 order by "At" desc, "Target" """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var targets = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) targets.Add(reader.GetString(0));
        return targets;
    }

    /// <summary>What somebody follows, with its name; what is gone or hidden meanwhile is left out.</summary>
    public async Task<IReadOnlyList<(string Target, Followed What)>> Of(Guid person, CancellationToken stop)
    {
        var all = new List<(string, Followed)>();
        foreach (var target in await Targets(person, stop))
            if (await Find(target, stop) is { } what) all.Add((target, what));
        return all;
    }

    /// <summary>Who follows any of these, each once; read with the deed's own session.</summary>
    public static async Task<List<Guid>> Followers(Deed deed, params string[] targets)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("""select distinct "UserId" from people.follows where "Target" = any($1)""", deed.Session.Connection);
        command.Parameters.AddWithValue(targets);
        var people = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        while (await reader.ReadAsync(deed.Stop)) people.Add(reader.GetGuid(0));
        return people;
    }
}
