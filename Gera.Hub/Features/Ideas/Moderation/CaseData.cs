using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>What somebody reported, and what was decided about what they wrote. Reports lose their person with the room's other plain tables.</summary>
internal sealed class CaseData(HubDatabase database, IDocumentStore store, CaseBoard board, TimeProvider clock) : IPersonalData
{
    public string Section => "moderation";

    public IReadOnlyList<Type> Covers => [typeof(CaseOpened), typeof(CaseDecided), typeof(CaseAppealed), typeof(AppealDecided), typeof(Case), typeof(IdeaHidden), typeof(IdeaRestored)];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var (reports, decisions) = (new List<object>(), new List<object>());
        await using var reported = database.Source.CreateCommand("select reason, words, at from ideas.reports where person = $1 order by at");
        reported.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        await using (var rows = await reported.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) reports.Add(new { Reason = rows.GetString(0), Words = rows.GetString(1), At = await rows.GetFieldValueAsync<DateTimeOffset>(2, stop) });
        await using var session = store.QuerySession();
        foreach (var id in await session.Query<Case>().Where(c => c.Author == person && c.State != CaseState.Open).Select(c => c.Id).ToListAsync(stop))
            if (await board.One(id, stop) is { } found) decisions.Add(new { found.Number, Kind = found.Kind.ToString(), State = found.State.ToString(), Reason = found.Reason.ToString(), found.DecidedAt, found.Note, found.Appeal, found.Answer });
        return reports.Count + decisions.Count == 0 ? null : JsonSerializer.SerializeToNode(new { Reports = reports, Decisions = decisions }, JsonSerializerOptions.Web);
    }

    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await session.Query<Case>().Where(c => c.Author == person).Select(c => c.Id).ToListAsync(stop))
        {
            (await session.Events.FetchForWriting<Case>(id, stop)).AppendOne(new CaseAuthorLeft(now));
            session.QueueSqlCommand("update ideas.case_words set words = '' where of_case = ? and kind = 'appeal'", id);
        }
        session.QueueSqlCommand("update ideas.reports set words = '' where person = ?", person);
    }
}
