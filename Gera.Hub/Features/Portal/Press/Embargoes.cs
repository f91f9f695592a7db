using System.Security.Cryptography;
using System.Text;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <param name="EndedAt">When staff ended it; null: not before <paramref name="Until"/>.</param>
public sealed record Embargo(Guid Id, Guid Announcement, string Name, string Outlet, DateTimeOffset At, DateTimeOffset Until, DateTimeOffset? EndedAt);

/// <summary>Links for journalists.</summary>
public sealed class Embargoes(HubDatabase database, TimeProvider clock)
{
    private const string Columns = "id, announcement, name, outlet, at, until, ended_at";

    /// <summary>The link with that secret, as long as it is good.</summary>
    public async Task<Embargo?> Find(string secret, CancellationToken stop)
    {
        if (secret.Length != 26) return null;
        var now = clock.GetUtcNow();
        return (await Read($"select {Columns} from portal.embargoes where hash = $1", Hash(secret), stop)).FirstOrDefault(e => e.EndedAt is null && e.Until > now);
    }

    /// <summary>Of an announcement, the newest first.</summary>
    public Task<IReadOnlyList<Embargo>> Of(Guid announcement, CancellationToken stop) => Read($"select {Columns} from portal.embargoes where announcement = $1 order by at desc", announcement, stop);

    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private async Task<IReadOnlyList<Embargo>> Read(string sql, object value, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        var found = new List<Embargo>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            found.Add(new Embargo(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), await reader.GetFieldValueAsync<DateTimeOffset>(4, stop), await reader.GetFieldValueAsync<DateTimeOffset>(5, stop),
                await reader.IsDBNullAsync(6, stop) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(6, stop)));
        return found;
    }
}
