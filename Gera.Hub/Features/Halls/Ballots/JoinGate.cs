using Microsoft.Extensions.Options;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Lets people join as fast as the hub can take them, but never at the cost of votes: while many votes wait, joins wait too, up to a minute.</summary>
public sealed class JoinGate(IOptions<HallOptions> options, BallotBox box, TimeProvider clock)
{
    private const int Rush = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly SemaphoreSlim places = new(options.Value.Joining);

    /// <summary>A turn; dispose it when the join is answered.</summary>
    public async Task<IDisposable> Wait(CancellationToken stop)
    {
        await places.WaitAsync(stop);
        var turn = new Turn(places);
        try
        {
            for (var came = clock.GetTimestamp(); box.Waiting > Rush && clock.GetElapsedTime(came) < Longest;)
                await Task.Delay(Pause, clock, stop);
            return turn;
        }
        catch
        {
            // Whoever hung up while waiting must not take the place along.
            turn.Dispose();
            throw;
        }
    }

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
