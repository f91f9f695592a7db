using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>A picture of an announcement, with the words it is never shown without.</summary>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Credit">Who made it.</param>
/// <param name="Licence">What others may do with it.</param>
/// <param name="FocusX">Percent from the left of what must stay in view when it is cut to shape.</param>
/// <param name="Width">In pixels, of the largest size.</param>
public sealed record PressPicture(Guid Id, Guid Announcement, string Alt, string Caption, string Credit, string Licence, int FocusX, int FocusY, int Width, int Height)
{
    public const int Most = 12, BytesMost = 15 * 1024 * 1024, WordsMost = 300;

    /// <summary>What all keys of its files begin with.</summary>
    public static string Prefix(Guid id) => $"presse/{id:N}/";

    public static string KeyOf(Guid id, int size) => $"{Prefix(id)}{size}.webp";

    public string Source(int size) => $"/presse/bilder/{Id}/{size}";

    /// <summary>Keeps what matters in view where the picture is cut.</summary>
    public string Position => $"object-position: {FocusX}% {FocusY}%";
}

/// <summary>Pictures of announcements.</summary>
public sealed class PressPictures(HubDatabase database, FileStore files)
{
    private const string Columns = "id, announcement, alt, caption, credit, licence, focus_x::int, focus_y::int, width, height";

    public Task<IReadOnlyList<PressPicture>> Of(Guid announcement, CancellationToken stop) => Read($"select {Columns} from portal.press_pictures where announcement = $1 order by place, id", announcement, stop);

    public async Task<PressPicture?> One(Guid id, CancellationToken stop) => await Read($"select {Columns} from portal.press_pictures where id = $1", id, stop) is [var picture, ..] ? picture : null;

    /// <summary>The first picture of each.</summary>
    public async Task<IReadOnlyDictionary<Guid, PressPicture>> Firsts(IEnumerable<Guid> announcements, CancellationToken stop) =>
        (await Read($"select distinct on (announcement) {Columns} from portal.press_pictures where announcement = any($1) order by announcement, place, id", announcements.ToArray(), stop)).ToDictionary(p => p.Announcement);

    /// <summary>Takes a picture away when the session is saved.</summary>
    public void Drop(IDocumentSession session, Guid picture)
    {
        session.QueueSqlCommand("delete from portal.press_pictures where id = ?", picture);
        files.Drop(session, PressPicture.Prefix(picture));
    }

    private async Task<IReadOnlyList<PressPicture>> Read(string sql, object value, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        var pictures = new List<PressPicture>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            pictures.Add(new PressPicture(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9)));
        return pictures;
    }
}
