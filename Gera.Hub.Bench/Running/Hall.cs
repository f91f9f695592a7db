using System.Diagnostics;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.Running;

/// <summary>All voters of a run: as many workers as the limit of 20,000 files per process asks for.</summary>
internal sealed class Hall : IDisposable
{
    private const int VotersPerWorker = 15_000;
    private readonly List<WorkerProcess> workers = [];
    private readonly CancellationToken stop;

    public Hall(int voters, CancellationToken stop)
    {
        this.stop = stop;
        for (var i = 0; i < Math.Max(1, (voters + VotersPerWorker - 1) / VotersPerWorker); i++)
            workers.Add(new WorkerProcess());
    }

    public IReadOnlyList<int> ProcessIds => [.. workers.Select(w => w.Id)];

    /// <returns>How many have a seat.</returns>
    public async Task<int> Connect(CrowdSpec everybody, double limit)
    {
        // Neighbours who share a seat stay in one worker.
        var each = (everybody.Count / everybody.Share + workers.Count - 1) / workers.Count * everybody.Share;
        var standings = await Each((worker, i) => worker.Obey(new Order("connect", everybody with
        {
            First = everybody.First + i * each,
            Count = Math.Min(each, everybody.Count - i * each),
        }, Limit: limit)));
        var seated = standings.Sum(s => s.Seated);
        return seated > 0 ? seated : throw new InvalidOperationException(
            $"Nobody got a seat: {string.Join(", ", standings[0].Troubles!.Select(t => $"{t.Value} {t.Key}"))}");
    }

    /// <param name="seconds">Over how long the presses are spread; 0: at once.</param>
    /// <returns>The moment of the first press, and everybody's standing when all are answered or the limit is over.</returns>
    public async Task<Standing[]> Vote(string poll, double seconds, double limit)
    {
        var at = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 5; // long enough for the order to reach every worker
        return await Each((worker, _) => worker.Obey(new Order("vote", Poll: poll, At: at,
            Seconds: seconds, Limit: seconds + limit)));
    }

    public async Task<bool> Settle(int version, double limit) =>
        (await Each((worker, _) => worker.Obey(new Order("settle", Version: version, Limit: limit)))).All(s => s.Done);

    public Task<CrowdReport[]> Report() => Each((worker, _) => worker.Report());

    public Task Leave() => Each((worker, _) => worker.Obey(new Order("leave")));

    public void Dispose() => workers.ForEach(w => w.Dispose());

    private Task<T[]> Each<T>(Func<WorkerProcess, int, Task<T>> ask) => Task.WhenAll(workers.Select(ask)).WaitAsync(stop);
}
