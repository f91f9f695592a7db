using Gera.Hub.People;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>Looks every hour whether offices have something to be reminded of.</summary>
internal sealed class ReminderClock(Door door, Opening opening, TimeProvider clock, ILogger<ReminderClock> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (opening.IsOpen) await door.Send<RemindOffices, Done>(new RemindOffices(), Caller.Clock, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception here would end the hub; the next hour looks again.
                log.LogWarning("Offices could not be reminded: {Reason}", e.GetType().Name);
            }
        }
    }
}
