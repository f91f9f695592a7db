using System.Globalization;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Addresses of announcements. Each exists once; one that was ever given leads to its announcement for good.</summary>
internal static class PressPaths
{
    /// <summary>Takes a free address for that title and moment; the announcement's own is free for itself.</summary>
    public static async Task<string> Take(Guid announcement, string title, DateTimeOffset at, Deed deed)
    {
        var day = Berlin.Day(at);
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}/{day.Month:00}/{Shell.Slug.Of(title, "meldung")}");
        await using var look = new NpgsqlCommand("select path from portal.press_paths where starts_with(path, $1) and announcement <> $2", await Connection(deed));
        look.Parameters.AddWithValue(wanted);
        look.Parameters.AddWithValue(announcement);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await look.ExecuteReaderAsync(deed.Stop))
            while (await reader.ReadAsync(deed.Stop)) taken.Add(reader.GetString(0));
        var path = wanted;
        for (var n = 2; taken.Contains(path); n++) path = $"{wanted}-{n}";
        // Two at once want the same: the key lets one have it, the other is told to try again.
        deed.Session.QueueSqlCommand("insert into portal.press_paths (path, announcement, at) select ?, ?, ? where not exists (select 1 from portal.press_paths where path = ? and announcement = ?)", path, announcement, deed.Now, path, announcement);
        return path;
    }

    private static async Task<NpgsqlConnection> Connection(Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        return deed.Session.Connection;
    }
}
