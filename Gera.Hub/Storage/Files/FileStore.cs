using Marten;
using Npgsql;

namespace Gera.Hub.Storage.Files;

/// <summary>
/// Files that come and go with the deeds they belong to. A file is entered as being written before it is put on the shelf, and kept by the
/// transaction of the deed; what no deed kept, or a deed dropped, is swept away.
/// </summary>
public sealed class FileStore(IShelf shelf, HubDatabase database, TimeProvider clock)
{
    internal const short Written = 0, Kept = 1, Dropped = 2;

    internal const string Sql = """
        create schema if not exists files;
        create table if not exists files.files (key text primary key, state smallint not null, since timestamptz not null);
        create index if not exists files_swept on files.files (since) where state <> 1;
        """;

    /// <summary>Puts a file on the shelf; unless a deed keeps it, it is gone again within hours.</summary>
    public async Task Write(string key, ReadOnlyMemory<byte> content, string type, CancellationToken stop)
    {
        await using var enter = database.Source.CreateCommand($"insert into files.files (key, state, since) values ($1, {Written}, $2) on conflict (key) do nothing");
        enter.Parameters.AddWithValue(key);
        enter.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await enter.ExecuteNonQueryAsync(stop);
        await shelf.Put(key, content, type, stop);
    }

    /// <summary>Keeps the file when the session is saved.</summary>
    public void Keep(IDocumentSession session, string key) => session.QueueSqlCommand($"update files.files set state = {Kept}, since = ? where key = ?", clock.GetUtcNow(), key);

    /// <summary>Lets the file go when the session is saved, with all others whose key begins with this.</summary>
    public void Drop(IDocumentSession session, string prefix) =>
        session.QueueSqlCommand($"update files.files set state = {Dropped}, since = ? where starts_with(key, ?)", clock.GetUtcNow(), prefix);

    /// <summary>Null when there is none.</summary>
    public Task<Stream?> Open(string key, CancellationToken stop) => shelf.Open(key, stop);
}
