using System.Collections.Concurrent;
using Gera.Hub.Push;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Supports;

/// <summary>Tells open pages how many support an idea: counted once from the facts for all of them, a few times a second at most, however many supports come.</summary>
internal sealed class SupportBeat(HubDatabase database, SupportCount counts, Topics topics, TimeProvider clock, ILogger<SupportBeat> log) : Rounds(Beat, clock, log)
{
    /// <summary>Beginning of the topics: <c>idea:{id}</c>.</summary>
    public const string Topic = "idea:";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Guid, byte> changed = new();

    public void Changed(Guid idea) => changed[idea] = 0;

    protected override Task Look(CancellationToken stop) => changed.IsEmpty ? Task.CompletedTask : Send(stop);

    private async Task Send(CancellationToken stop)
    {
        var ideas = changed.Keys.ToArray();
        var about = await Leads(ideas, stop);
        foreach (var idea in ideas) changed.TryRemove(idea, out _);
        var watched = about.Where(idea => topics.Count(Topic + idea) > 0).ToArray();
        if (watched.Length == 0) return;
        foreach (var (idea, supports) in await counts.Of(watched, null, stop)) topics.Send(Topic + idea, "supports", new { idea, supports }, idea);
    }

    /// <summary>A support of a merged idea counts for the one that leads.</summary>
    private async Task<HashSet<Guid>> Leads(Guid[] ideas, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select lead from {IdeaSight.Table} where id = any($1) and lead is not null");
        command.Parameters.AddWithValue(ideas);
        var about = ideas.ToHashSet();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) about.Add(reader.GetGuid(0));
        return about;
    }
}
