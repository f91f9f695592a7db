using Gera.Hub.Push;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Sends moved counts to whoever watches: the first at once, then at a beat that stretches with the audience, and never at the cost of votes.</summary>
internal sealed class TallyBeat(TallyBoard board, LiveHalls halls, Facts facts, Topics topics, BallotBox box, Presence presence, TimeProvider clock, ILogger<TallyBeat> log) : BackgroundService
{
    /// <summary>Votes waiting for their commit from which on a beat may be skipped.</summary>
    private const int Rush = 300;

    /// <summary>Rest after a broadcast that took longer than its beat.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Connections of a very large audience that are told in one go, and the breath between two such slices.</summary>
    private const int Slice = 500;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestSkip = TimeSpan.FromSeconds(1);

    /// <summary>Listeners and the beat they get, in milliseconds: measured costs of one broadcast on two cores, with room for votes.</summary>
    private static readonly (double Listeners, double Milliseconds)[] Beats = [(10_000, 250), (30_000, 1_000), (96_000, 10_000)];

    /// <summary>Time between two counts of one poll for so many listeners; 250 ms up to 10,000.</summary>
    public static TimeSpan Beat(int listeners)
    {
        if (listeners <= Beats[0].Listeners) return TimeSpan.FromMilliseconds(Beats[0].Milliseconds);
        for (var i = 1; i < Beats.Length; i++)
        {
            var (from, to) = (Beats[i - 1], Beats[i]);
            if (listeners > to.Listeners && i < Beats.Length - 1) continue;
            var share = Math.Min(1, Math.Log(listeners / from.Listeners) / Math.Log(to.Listeners / from.Listeners));
            return TimeSpan.FromMilliseconds(from.Milliseconds * Math.Pow(to.Milliseconds / from.Milliseconds, share));
        }
        return TimeSpan.FromMilliseconds(Beats[^1].Milliseconds);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var moved = await board.Moved(stoppingToken);
                await LetVotesGoFirst(TimeSpan.Zero, LongestSkip, stoppingToken);
                // From send to send, not from the end of one to the beginning of the next.
                var began = clock.GetTimestamp();
                foreach (var poll in moved) await Send(poll, stoppingToken);
                await Rest(Beat(presence.Everywhere) - clock.GetElapsedTime(began), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                log.LogWarning("A count could not be sent: {Reason}", People.Door.IsBusy(e) ? e.GetType().Name : e);
                await Task.Delay(Beat(0), clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Until the next beat; a long one ends early once counts have moved and come to rest, so that the last count does not wait.</summary>
    private async Task Rest(TimeSpan rest, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        for (var left = rest > Least ? rest : Least; left > TimeSpan.Zero; left = rest - clock.GetElapsedTime(began))
        {
            await Task.Delay(left < Pause ? left : Pause, clock, stop);
            if (box.Waiting == 0 && board.RestsSince is { } since && clock.GetElapsedTime(since) > Quiet(rest)) return;
        }
    }

    /// <summary>So long without a vote is the end of a rush: an eighth of the beat, so that votes that trickle in cost no more than others.</summary>
    internal static TimeSpan Quiet(TimeSpan beat) => beat / 8 > Pause ? beat / 8 : Pause;

    private async Task LetVotesGoFirst(TimeSpan least, TimeSpan most, CancellationToken stop)
    {
        if (least > TimeSpan.Zero) await Task.Delay(least, clock, stop);
        for (var waited = least; box.Waiting > Rush && waited < most; waited += Step)
            await Task.Delay(Step, clock, stop);
    }

    private async Task Tell(string topic, object snapshot, Guid id, CancellationToken stop)
    {
        if (presence.Everywhere <= Beats[0].Listeners) topics.Send(topic, "tally", snapshot, id);
        else await topics.Spread(topic, "tally", snapshot, id, Slice, () => LetVotesGoFirst(Breath, Breath * 10, stop));
    }

    private async Task Send(Guid id, CancellationToken stop)
    {
        if (await halls.ByPoll(id) is not { } view || view.Find(id) is not { State: PollState.Open } poll) return;
        var tally = await board.Of(id, poll.Rules);
        if (poll.Rules.Secret) tally.Believe(await facts.Boxes(id, poll.Rules, stop));
        var snapshot = TallySnapshot.Of(poll, tally.Count);
        await Tell($"hall:{view.Hall.Id}", snapshot, id, stop);
        await Tell($"poll:{id}", snapshot, id, stop);
        if (poll.Rules.Kind == PollKind.Text) topics.Changed($"words:{id}");
    }
}
