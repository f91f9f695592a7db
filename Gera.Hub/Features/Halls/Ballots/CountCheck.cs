using Gera.Hub.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Compares each open poll's count with the facts every few seconds. A difference is an error, makes the hub unhealthy for a while, and the facts win.</summary>
internal sealed class CountCheck(TallyBoard board, Facts facts, LiveHalls halls, IOptions<HallOptions> options, TimeProvider clock, ILogger<CountCheck> log) : Rounds(options.Value.Check, clock, log), IHealthCheck
{
    private static readonly TimeSpan Red = TimeSpan.FromMinutes(1);
    private DateTimeOffset differed = DateTimeOffset.MinValue;

    /// <summary>Compares all counts this process holds of open polls.</summary>
    protected override async Task Look(CancellationToken stop)
    {
        foreach (var tally in board.Known().ToArray())
        {
            if (await halls.ByPoll(tally.Poll) is not { } view || view.Find(tally.Poll) is not { State: PollState.Open }) continue;
            await Compare(tally, stop);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Clock.GetUtcNow() - differed < Red ? HealthCheckResult.Unhealthy("A count differed from the facts.") : HealthCheckResult.Healthy());

    private async Task Compare(Tally tally, CancellationToken stop)
    {
        var before = tally.Count;
        var marks = await facts.Marks(tally.Poll, tally.Rules, stop);
        var after = tally.Count;
        // Votes that came in while the facts were read are no difference; the next look is soon.
        if (marks.Version > after.Version) tally.Believe(await facts.Boxes(tally.Poll, tally.Rules, stop));
        else if (marks.Version == before.Version && before.Version == after.Version && !Same(marks, after, tally.Rules))
        {
            differed = Clock.GetUtcNow();
            Log.LogError("The count of poll {Poll} differed from the facts at version {Version}; the facts win", tally.Poll, marks.Version);
            tally.Replace(await facts.Boxes(tally.Poll, tally.Rules, stop));
        }
        else return;
        board.Stir(tally.Poll);
    }

    private static bool Same(Count facts, Count shown, PollRules rules) =>
        facts.Voters == shown.Voters && (rules.Secret || facts.Cells.AsSpan().SequenceEqual(shown.Cells));
}
