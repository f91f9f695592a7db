using Npgsql;

namespace Gera.Hub.Storage.Files;

/// <summary>Takes files off the shelf that no deed keeps.</summary>
internal sealed class FileSweep(IShelf shelf, HubDatabase database, Opening opening, TimeProvider clock, ILogger<FileSweep> log) : Rounds(Tick, clock, log)
{
    /// <summary>A file that is being written may take so long.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromHours(1);

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    protected override async Task Look(CancellationToken stop)
    {
        while (opening.IsOpen && await Sweep(stop) > 0)
        {
        }
    }

    /// <returns>How many files went; at most a hundred at a time.</returns>
    public async Task<int> Sweep(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var take = new NpgsqlCommand(
            $"""
            delete from files.files where key in (
                select key from files.files where state = {FileStore.Dropped} or state = {FileStore.Written} and since < $1 limit 100 for update skip locked)
            returning key
            """, connection, transaction);
        take.Parameters.AddWithValue(Clock.GetUtcNow() - Writing);
        var keys = new List<string>();
        await using (var reader = await take.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) keys.Add(reader.GetString(0));
        foreach (var key in keys) await shelf.Remove(key, stop);
        await transaction.CommitAsync(stop);
        return keys.Count;
    }
}
