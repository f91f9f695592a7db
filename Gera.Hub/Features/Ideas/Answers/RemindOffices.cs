using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>Tells editors of next steps whose day has come; of each once. The clock wants it every hour.</summary>
public sealed record RemindOffices : IWish<Done>;

internal sealed class RemindOfficesVerb(IdeaQueue queue, Noticeboard board) : IVerb<RemindOffices, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public async Task<Answer<Done>> Do(RemindOffices wish, Deed deed)
    {
        var due = await queue.Due(deed.Stop);
        if (due.Count == 0) return new Done();
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var editors = await Editors(deed);
        foreach (var step in due)
            if (await IsNew(step, deed))
                foreach (var editor in editors) board.Tell(deed.Session, editor, IdeaNotices.Due, $"{step.Number}/{step.Due:O}", new { title = step.Title, step = step.Step }, $"/ideen/{step.Number}#antwort");
        return new Done();
    }

    /// <summary>The key that cannot exist twice lets one of several processes tell.</summary>
    private static async Task<bool> IsNew(DueStep step, Deed deed)
    {
        await using var mark = new NpgsqlCommand("insert into ideas.reminded (number, due) values ($1, $2) on conflict do nothing returning 1", deed.Session.Connection);
        mark.Parameters.AddWithValue(step.Number);
        mark.Parameters.AddWithValue(step.Due);
        return await mark.ExecuteScalarAsync(deed.Stop) is not null;
    }

    private static async Task<List<Guid>> Editors(Deed deed)
    {
        await using var command = new NpgsqlCommand("""select distinct "UserId" from people.grants where "Role" = $1 and "EndedAt" is null""", deed.Session.Connection);
        command.Parameters.AddWithValue(Role.Editor);
        var editors = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        while (await reader.ReadAsync(deed.Stop)) editors.Add(reader.GetGuid(0));
        return editors;
    }
}
