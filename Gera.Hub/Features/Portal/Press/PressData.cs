using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>What the press desk keeps of its staff: which announcements they wrote, and what they have not saved. The announcements are the city's and stay, by an account that is no more.</summary>
internal sealed class PressData(IDocumentStore store, HubDatabase database) : IPersonalData
{
    public string Section => "press";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(AnnouncementStarted), typeof(AnnouncementRewritten), typeof(AnnouncementSent), typeof(AnnouncementReturned), typeof(AnnouncementApproved), typeof(AnnouncementScheduled),
        typeof(AnnouncementUnscheduled), typeof(AnnouncementCorrected), typeof(AnnouncementWithdrawn), typeof(AnnouncementArchived), typeof(AnnouncementDropped), typeof(Announcement),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var written = await session.Query<Announcement>().Where(a => a.Writers.Contains(person)).OrderBy(a => a.At).ToListAsync(stop);
        await using var command = database.Source.CreateCommand("select words::text from portal.press_drafts where person = $1 order by at");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var drafts = new JsonArray();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) drafts.Add(JsonNode.Parse(reader.GetString(0)));
        return written.Count + drafts.Count == 0 ? null : new JsonObject { ["written"] = JsonSerializer.SerializeToNode(written.Select(a => new { a.Words.Title, a.At }), JsonSerializerOptions.Web), ["drafts"] = drafts };
    }

    public Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.QueueSqlCommand("delete from portal.press_drafts where person = ?", person);
        return Task.CompletedTask;
    }
}
