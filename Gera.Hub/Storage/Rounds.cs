namespace Gera.Hub.Storage;

/// <summary>
/// Work that is done again at a beat, in every process: what must happen once is decided by the database, not here.
/// A look that fails is told once, not at each beat, and never ends the hub; the next one tries again.
/// </summary>
/// <param name="beat">Time between two looks, by the hub's clock; a look that takes longer delays the next.</param>
public abstract class Rounds(TimeSpan beat, TimeProvider clock, ILogger log) : BackgroundService
{
    private bool fails;

    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    protected abstract Task Look(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(beat, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
                if (fails) Log.LogInformation("{Rounds} goes on", GetType().Name);
                fails = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!fails) Log.LogWarning("{Rounds} cannot go on for now: {Reason}", GetType().Name, e.GetType().Name);
                fails = true;
            }
        }
    }
}
