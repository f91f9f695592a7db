using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>What people write to the city knows an address until it is answered, and no account; whoever has an account with the same address finds it in their data, and takes the address along when they leave.</summary>
internal sealed class FeedbackData(HubDatabase database) : IPersonalData
{
    public string Section => "feedback";

    public IReadOnlyList<Type> Covers => [];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            """select f.data ->> 'reference', f.data ->> 'words', f.data ->> 'at' from hub.mt_doc_feedback f join people.users u on lower(u."Email") = lower(f.data ->> 'mail') where u."Id" = $1 order by f.id""");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var all = new JsonArray();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) all.Add((JsonNode)new JsonObject { ["reference"] = reader.GetString(0), ["words"] = reader.GetString(1), ["at"] = reader.GetString(2) });
        return all.Count > 0 ? all : null;
    }

    public Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.QueueSqlCommand("""update hub.mt_doc_feedback set data = jsonb_set(data, '{mail}', 'null') where lower(data ->> 'mail') = (select lower("Email") from people.users where "Id" = ?)""", person);
        return Task.CompletedTask;
    }
}
