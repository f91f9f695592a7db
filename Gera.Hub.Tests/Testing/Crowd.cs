namespace Gera.Hub.Tests.Testing;

/// <summary>Several voters of one session, each with a seat of its own.</summary>
public sealed class Crowd : IAsyncDisposable
{
    private Crowd(Voter[] voters) => Voters = voters;

    public Voter[] Voters { get; }

    public Voter this[int number] => Voters[number];

    public static async Task<Crowd> Join(RunningHub hub, string code, int size)
    {
        var voters = new Voter[size];
        await Parallel.ForAsync(0, size, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => voters[n] = await Voter.Join(hub, code));
        return new Crowd(voters);
    }

    /// <summary>Everybody (or the first <paramref name="of"/>) votes at once.</summary>
    public Task<Ballot[]> Vote(string poll, Func<int, int[]> choice, int? of = null) =>
        Task.WhenAll(Voters.Take(of ?? Voters.Length).Select((voter, n) => voter.Vote(poll, choice(n))));

    public async ValueTask DisposeAsync() => await Task.WhenAll(Voters.Select(v => v.DisposeAsync().AsTask()));
}
