using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Adds a task to a group. The same id once more is the same task.</summary>
/// <param name="For">A member or leader of the group; null for nobody yet.</param>
public sealed record AddTask(Guid Task, string? Group, string? Title, Guid? For, DateOnly? Due) : IWish<Done>;

internal sealed class AddTaskVerb(Noticeboard board) : IVerb<AddTask, Done>
{
    public Permission Needs => Permission.Lead;

    public Pace? Pace => new(60, 1_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AddTask wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Done>> Do(AddTask wish, Deed deed)
    {
        foreach (var (_, refusal) in Faults(wish)) return refusal;
        var group = wish.Group!;
        if (wish.For is { } person && await deed.Session.LoadAsync<GroupMember>(GroupMember.Key(group, person), deed.Stop) is null && !(await GroupNotices.Leaders(group, deed)).Contains(person)) return GroupRefusals.NotOfGroup;
        if (await deed.Session.LoadAsync<GroupTask>(wish.Task, deed.Stop) is { } there) return there.Group == group ? new Done() : Refusals.NotFound;
        var task = new GroupTask(wish.Task, group, Text.Clean(wish.Title!).ReplaceLineEndings(" "), wish.For, wish.Due!.Value, deed.Now);
        deed.Session.Insert(task);
        if (task.Person is { } doer && doer != deed.Person.Id) board.Tell(deed.Session, doer, GroupNotices.Given, $"task:{task.Id}", new { group, title = task.Title }, $"/gruppen/{group}#aufgaben");
        return new Done();
    }

    /// <summary>What is wrong, by the form's field.</summary>
    public static IEnumerable<(string Field, Refusal Refusal)> Faults(AddTask wish)
    {
        if (Text.Check(wish.Title, 200, ("Aufgabe", "task")) is { } title) yield return ("aufgabe", title);
        if (wish.Due is not { Year: >= 2000 and <= 2100 }) yield return ("faellig", GroupRefusals.DueMissing);
    }
}
