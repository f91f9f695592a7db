using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Pictures and documents of ideas. Whoever may see the idea may see them; of a draft only who writes it.</summary>
public sealed class AttachmentList(HubDatabase database)
{
    private const string Columns = "select id, idea, person, kind, words, width, height, bytes, at from ideas.attachments";

    /// <summary>In the order they came.</summary>
    public Task<IReadOnlyList<Attachment>> Of(Guid idea, CancellationToken stop) => Read($"{Columns} where idea = $1 order by at, id", idea, stop);

    /// <summary>Everything somebody added, for the download of their data.</summary>
    public Task<IReadOnlyList<Attachment>> By(Guid person, CancellationToken stop) => Read($"{Columns} where person = $1 order by at, id", person, stop);

    public async Task<Attachment?> One(Guid id, CancellationToken stop) => (await Read($"{Columns} where id = $1", id, stop)) is [var only] ? only : null;

    private async Task<IReadOnlyList<Attachment>> Read(string sql, Guid of, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = of });
        var found = new List<Attachment>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            found.Add(new Attachment(reader.GetGuid(0), reader.GetGuid(1), await reader.IsDBNullAsync(2, stop) ? null : reader.GetGuid(2), (AttachmentKind)reader.GetInt16(3), reader.GetString(4),
                reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), await reader.GetFieldValueAsync<DateTimeOffset>(8, stop)));
        return found;
    }
}
