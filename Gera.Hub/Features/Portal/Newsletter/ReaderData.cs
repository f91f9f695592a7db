using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>The newsletter knows addresses and no accounts; whoever has an account with the same address finds it in their data, and takes it along when they leave.</summary>
internal sealed class ReaderData(HubDatabase database) : IPersonalData
{
    public string Section => "newsletter";

    public IReadOnlyList<Type> Covers => [];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("""select r.themes, r.asked_at, r.confirmed_at, r.outlet from portal.readers r join people.users u on lower(u."Email") = lower(r.address) where u."Id" = $1""");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var all = new JsonArray();
        while (await reader.ReadAsync(stop)) all.Add((JsonNode)await One(reader, stop));
        return all.Count > 0 ? all : null;
    }

    private static async Task<JsonObject> One(NpgsqlDataReader reader, CancellationToken stop) =>
        new()
        {
            ["outlet"] = await reader.IsDBNullAsync(3, stop) ? null : reader.GetString(3),
            ["themes"] = new JsonArray([.. (await reader.GetFieldValueAsync<string[]>(0, stop)).Select(t => (JsonNode)t)]),
            ["askedAt"] = await reader.GetFieldValueAsync<DateTimeOffset>(1, stop),
            ["confirmedAt"] = await reader.IsDBNullAsync(2, stop) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(2, stop),
        };

    public Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.QueueSqlCommand("""delete from portal.readers where lower(address) = (select lower("Email") from people.users where "Id" = ?)""", person);
        return Task.CompletedTask;
    }
}
