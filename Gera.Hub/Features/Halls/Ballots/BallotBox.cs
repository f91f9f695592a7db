using Gera.Hub.Storage;
using Marten;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Takes votes from thousands at once; a voter is answered only after the commit. A few writers side by side, so that one prepares while another waits for the disk.</summary>
public sealed class BallotBox : BackgroundService
{
    private readonly BallotWriter[] writers;

    public BallotBox(HubDatabase database, IDocumentStore store, TallyBoard board, IOptions<HallOptions> options, TimeProvider clock, ILogger<BallotBox> log) =>
        writers = [.. Enumerable.Range(0, options.Value.Writers).Select(_ => new BallotWriter(new GroupCommit(database, store, board, clock), options.Value, clock, log))];

    /// <summary>Votes that are not answered yet.</summary>
    public int Waiting => writers.Sum(w => w.Waiting);

    /// <summary>Whether the database does not answer.</summary>
    public bool IsAway => writers.Any(w => w.IsAway);

    /// <summary>Hands a vote in. The answer comes after the commit, or at once when the box is full or the database away.</summary>
    public Task<VoteAnswer> Cast(Casting vote) => WriterOf(vote).Cast(vote);

    /// <summary>Returns when every vote for the poll handed in before is committed or answered.</summary>
    public Task Flush(Guid poll, CancellationToken stop) => Task.WhenAll(writers.Select(w => w.Flush(poll, stop)));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(writers.Select(w => w.Run(stoppingToken)));

    /// <summary>One voter's votes keep their order in one writer; secret ones keep each other company.</summary>
    private BallotWriter WriterOf(Casting vote) => writers[vote.Rules.Secret ? 0 : (uint)vote.Voter.GetHashCode() % writers.Length];
}
