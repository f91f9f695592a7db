using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Running;

/// <summary>Where a crowd votes: the real hub or the one that answers from memory.</summary>
internal interface IStage
{
    string Name { get; }
    int[] Ports { get; }
    IReadOnlyList<int> HubIds { get; }
    /// <summary>0 where nothing is stored.</summary>
    int PostgresId { get; }
    Task<(string Code, string Poll)> Prepare(string title, bool secret);
    Task Open(string poll);
    /// <summary>What is kept at this moment, asked past the hub where there is a database.</summary>
    Task<FactCount> Kept(string poll);
    /// <summary>Closes the poll and asks everybody who should know the count. Source → votes per option.</summary>
    Task<Dictionary<string, long[]?>> Judge(string poll, bool secret);
}

internal sealed class MemoryStage(HubProcess hub) : IStage
{
    private int polls;

    public string Name => "from memory";
    public int[] Ports => [hub.Port];
    public IReadOnlyList<int> HubIds => [hub.Id];
    public int PostgresId => 0;

    public Task<(string Code, string Poll)> Prepare(string title, bool secret)
    {
        var number = ++polls;
        return Task.FromResult(($"MEM{number:000}", $"00000000-0000-7000-8000-{number:000000000000}"));
    }

    public Task Open(string poll) => Task.CompletedTask;

    public async Task<FactCount> Kept(string poll)
    {
        using var http = new HttpClient();
        var votes = (await http.GetFromJsonAsync<long[]>(new Uri($"{Loopback.HubUrl(hub.Port)}/count/{poll}")))!;
        return new(votes, votes.Sum(), votes.Sum());
    }

    /// <summary>It never closes anything; it says what it holds at this moment.</summary>
    public async Task<Dictionary<string, long[]?>> Judge(string poll, bool secret) => new() { ["memory"] = (await Kept(poll)).Votes };
}

internal sealed class RealStage(IReadOnlyList<HubProcess> hubs, BenchPostgres postgres, HubApi leader) : IStage
{
    private static readonly string[] Options = ["Solarbank", "Spielplatz", "Trinkbrunnen", "Radweg"];

    public string Name => "hub";
    public int[] Ports => [.. hubs.Select(h => h.Port)];
    public IReadOnlyList<int> HubIds => [.. hubs.Select(h => h.Id)];
    public int PostgresId => postgres.Id;

    public async Task<(string Code, string Poll)> Prepare(string title, bool secret)
    {
        var code = await leader.MakeSession(title);
        return (code, await leader.MakePoll(code, "Was soll zuerst gebaut werden?", Options, secret));
    }

    public Task Open(string poll) => leader.Open(poll);

    public Task<FactCount> Kept(string poll) => Facts.Ask(postgres.Connection, poll, secret: false, Options.Length);

    public async Task<Dictionary<string, long[]?>> Judge(string poll, bool secret)
    {
        var live = secret ? default : await leader.Poll(poll);
        var closing = await leader.Close(poll);
        var facts = await Facts.Ask(postgres.Connection, poll, secret, Options.Length);
        return new()
        {
            ["SQL"] = facts.Ballots == facts.Marks ? facts.Votes : [.. facts.Votes, -facts.Marks],
            ["API while open"] = secret ? null : Count.FromSnapshot(live).Votes,
            ["API at close"] = Count.FromSnapshot(closing).Votes,
            ["API after"] = Count.FromSnapshot(await leader.Poll(poll)).Votes,
            ["record"] = PublicRecord.Votes(await leader.Record(poll), Options.Length),
        };
    }
}
