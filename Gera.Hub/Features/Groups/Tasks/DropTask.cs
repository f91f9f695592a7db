using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Takes a task away.</summary>
public sealed record DropTask(Guid Task) : IWish<Done>;

internal sealed class DropTaskVerb : IVerb<DropTask, Done>
{
    public Permission Needs => Permission.Lead;

    public async Task<Scope?> ScopeOf(DropTask wish, Deed deed) =>
        await deed.Session.LoadAsync<GroupTask>(wish.Task, deed.Stop) is { } task ? new Scope(Group: task.Group) { About = task.Id.ToString() } : null;

    public Task<Answer<Done>> Do(DropTask wish, Deed deed)
    {
        deed.Session.Delete<GroupTask>(wish.Task);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
