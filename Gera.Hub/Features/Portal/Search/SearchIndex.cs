using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.Features.Portal.Search;

/// <summary>Copies of what can be found, with the words PostgreSQL searches.</summary>
internal sealed class SearchIndex(HubDatabase database, TimeProvider clock)
{
    /// <summary>Raised when entries must be written anew, e.g. because they hold more than before.</summary>
    public const int Version = 1;

    public const int BodyMost = 20_000;

    /// <summary>
    /// <c>search</c>: one row an entry; each text is taken as it is and with umlauts spelled out, so that both spellings find it.
    /// <c>search_touched</c>: entries a commit touched, waiting to be written anew; appended only, so that nobody waits for the clerk.
    /// </summary>
    internal const string Sql = """
        create schema if not exists portal;
        create extension if not exists pg_trgm;
        create or replace function portal.fold(text) returns text language sql immutable parallel safe strict
            as $$ select replace(replace(replace(replace(lower($1), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;
        create or replace function portal.lexemes(title text, summary text, body text) returns tsvector language sql immutable parallel safe strict as $$
            select setweight(to_tsvector('german', title) || to_tsvector('german', portal.fold(title)), 'A')
                || setweight(to_tsvector('german', summary) || to_tsvector('german', portal.fold(summary)), 'B')
                || setweight(to_tsvector('german', body) || to_tsvector('german', portal.fold(body)), 'D') $$;
        create table if not exists portal.search (
            kind text not null, key uuid not null, address text not null, title text not null, summary text not null, body text not null, theme text, district text,
            moment timestamptz not null, visible_from timestamptz not null, visible_until timestamptz,
            words tsvector generated always as (portal.lexemes(title, summary, body)) stored,
            alike text generated always as (portal.fold(title || ' ' || summary)) stored, primary key (kind, key));
        create index if not exists search_words on portal.search using gin (words);
        create index if not exists search_alike on portal.search using gin (alike gin_trgm_ops);
        create index if not exists search_moment on portal.search (moment desc);
        create table if not exists portal.search_touched (id bigint generated always as identity primary key, kind text not null, key uuid not null);
        create table if not exists portal.search_built (version integer primary key);
        """;

    public async Task Put(NpgsqlConnection connection, string kind, SearchEntry entry, CancellationToken stop)
    {
        await using var put = new NpgsqlCommand(
            """
            insert into portal.search (kind, key, address, title, summary, body, theme, district, moment, visible_from, visible_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (kind, key) do update set address = excluded.address, title = excluded.title, summary = excluded.summary, body = excluded.body, theme = excluded.theme,
                district = excluded.district, moment = excluded.moment, visible_from = excluded.visible_from, visible_until = excluded.visible_until
            """, connection);
        put.Parameters.AddWithValue(kind);
        put.Parameters.AddWithValue(entry.Key);
        put.Parameters.AddWithValue(entry.Address);
        put.Parameters.AddWithValue(entry.Title);
        put.Parameters.AddWithValue(entry.Summary);
        put.Parameters.AddWithValue(Cut(entry.Body));
        put.Parameters.Add(new NpgsqlParameter { Value = (object?)entry.Theme ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        put.Parameters.Add(new NpgsqlParameter { Value = (object?)entry.District ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        put.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = entry.Moment.ToUniversalTime() });
        put.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = (entry.From ?? DateTimeOffset.UnixEpoch).ToUniversalTime() });
        put.Parameters.Add(new NpgsqlParameter { Value = entry.Until is { } until ? until.ToUniversalTime() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await put.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The beginning, never half a character: PostgreSQL would refuse the row.</summary>
    private static string Cut(string body) => body.Length <= BodyMost ? body : body[..(char.IsHighSurrogate(body[BodyMost - 1]) ? BodyMost - 1 : BodyMost)];

    public static async Task Drop(NpgsqlConnection connection, string kind, Guid key, CancellationToken stop)
    {
        await using var drop = new NpgsqlCommand("delete from portal.search where kind = $1 and key = $2", connection);
        drop.Parameters.AddWithValue(kind);
        drop.Parameters.AddWithValue(key);
        await drop.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Addresses of everything that may be found now, newest first, for the map of the site.</summary>
    public async Task<IReadOnlyList<(string Kind, Guid Key, string Address, DateTimeOffset Moment)>> Addresses(int most, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select kind, key, address, moment from portal.search where visible_from <= $1 and (visible_until is null or visible_until > $1) order by moment desc limit $2");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        command.Parameters.AddWithValue(most);
        var found = new List<(string, Guid, string, DateTimeOffset)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add((reader.GetString(0), reader.GetGuid(1), reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, stop)));
        return found;
    }
}
