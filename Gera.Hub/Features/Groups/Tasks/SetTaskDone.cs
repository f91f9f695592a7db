using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Says that a task is done, or is not after all.</summary>
public sealed record SetTaskDone(Guid Task, bool IsDone) : IWish<Done>;

internal sealed class SetTaskDoneVerb : IVerb<SetTaskDone, Done>
{
    public Permission Needs => Permission.Organise;

    /// <summary>Whose it is; of anybody else's task only the group knows.</summary>
    public async Task<Scope?> ScopeOf(SetTaskDone wish, Deed deed) =>
        await deed.Session.LoadAsync<GroupTask>(wish.Task, deed.Stop) is { } task ? new Scope(Owner: task.Person, Group: task.Group) { About = task.Id.ToString() } : null;

    public async Task<Answer<Done>> Do(SetTaskDone wish, Deed deed)
    {
        var task = (await deed.Session.LoadAsync<GroupTask>(wish.Task, deed.Stop))!;
        if (task.DoneAt is not null != wish.IsDone) deed.Session.Store(task with { DoneAt = wish.IsDone ? deed.Now : null });
        return new Done();
    }
}
