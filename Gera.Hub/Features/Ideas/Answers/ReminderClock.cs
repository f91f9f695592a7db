using Gera.Hub.People;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>Looks every hour whether offices have something to be reminded of.</summary>
internal sealed class ReminderClock(Door door, Opening opening, TimeProvider clock, ILogger<ReminderClock> log) : Rounds(Tick, clock, log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromHours(1);

    protected override async Task Look(CancellationToken stop)
    {
        if (opening.IsOpen) await door.Send<RemindOffices, Done>(new RemindOffices(), Caller.Clock, stop);
    }
}
