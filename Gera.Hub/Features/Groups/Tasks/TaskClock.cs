using Gera.Hub.People;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Looks for tasks that are due. Every process looks; the tasks let one of them remind.</summary>
internal sealed class TaskClock(Door door, TaskBoard tasks, Opening opening, TimeProvider clock, ILogger<TaskClock> log) : Rounds(TimeSpan.FromMinutes(1), clock, log)
{
    protected override async Task Look(CancellationToken stop)
    {
        if (opening.IsOpen && await tasks.IsAnyDue(Clock.GetUtcNow(), stop)) await door.Send<RemindTasks, Done>(new RemindTasks(), Caller.Clock, stop);
    }
}
