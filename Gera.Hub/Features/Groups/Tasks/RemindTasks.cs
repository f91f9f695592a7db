using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Reminds of tasks that are due, each once. The clock wants it when there are some.</summary>
public sealed record RemindTasks : IWish<Done>;

internal sealed class RemindTasksVerb(Noticeboard board) : IVerb<RemindTasks, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Answer<Done>> Do(RemindTasks wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // One after the other: whoever waited reads what the one before has marked.
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('groups:remind', 0))", deed.Session.Connection)) await turn.ExecuteNonQueryAsync(deed.Stop);
        foreach (var task in await TaskBoard.ToRemind(deed.Session, deed.Now).Take(200).ToListAsync(deed.Stop))
        {
            deed.Session.Store(task with { RemindedAt = deed.Now });
            board.Tell(deed.Session, task.Person!.Value, GroupNotices.Due, $"task:{task.Id}", new { group = task.Group, title = task.Title }, $"/gruppen/{task.Group}#aufgaben");
        }
        return new Done();
    }
}
