using System.Collections.Concurrent;
using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>How many connections each session has, over all processes. Each process tells its own numbers every two seconds while they change; silence for ten means it is gone.</summary>
public sealed class Presence(Topics topics, HubDatabase database, TimeProvider clock, ILogger<Presence> log) : Rounds(Pause, clock, log)
{
    public const string Letter = "here";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(10);

    private readonly Guid me = Ids.At(clock.GetUtcNow());
    private readonly ConcurrentDictionary<Guid, Report> others = new();

    /// <summary>Connections to all sessions in all processes.</summary>
    public int Everywhere => topics.Connections.Count + Living().Sum(r => r.All);

    /// <summary>Connections to one session in all processes.</summary>
    public int In(Guid hall) => topics.Count($"hall:{hall}") + Living().Sum(r => r.Halls.GetValueOrDefault(hall));

    internal void Heard(string letter)
    {
        var parts = letter.Split(',');
        if (Guid.Parse(parts[0]) is var process && process == me) return;
        others[process] = new Report(Clock.GetUtcNow(), int.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2..].Select(p => p.Split('=')).Where(p => p.Length == 2).ToDictionary(p => Guid.Parse(p[0]), p => int.Parse(p[1], CultureInfo.InvariantCulture)));
    }

    protected override async Task Look(CancellationToken stop)
    {
        // At most a hundred sessions fit into one letter; a city has fewer at a time.
        var halls = topics.Counts("hall:").OrderByDescending(h => h.Count).Take(100).Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Topic[5..]}={h.Count}"));
        await using var tell = database.Source.CreateCommand("select pg_notify($1, $2)");
        tell.Parameters.AddWithValue(Postbox.Channel);
        tell.Parameters.AddWithValue(Postbox.Letter(Letter, string.Create(CultureInfo.InvariantCulture, $"{me},{topics.Connections.Count},{string.Join(',', halls)}")));
        await tell.ExecuteNonQueryAsync(stop);
    }

    private IEnumerable<Report> Living() => others.Values.Where(r => Clock.GetUtcNow() - r.At < Gone);

    private sealed record Report(DateTimeOffset At, int All, Dictionary<Guid, int> Halls);
}
