using System.Globalization;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>After a secret box was opened, the write-ahead log still tells which mark came with which ballots. On an embedded database it is switched, checkpointed and verified gone.</summary>
public sealed class WalSweep(HubDatabase database, ILogger<WalSweep> log)
{
    /// <summary>Sweeps once the session's transaction is committed, beside the answer, not before it.</summary>
    internal void AfterCommit(IDocumentSession session)
    {
        if (database.IsEmbedded) session.Listeners.Add(new Afterwards(this));
    }

    /// <summary>True when no segment from before this call remains.</summary>
    public async Task<bool> Sweep(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        var before = await Ask(connection, "select pg_walfile_name(pg_current_wal_insert_lsn())", stop);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Ask(connection, "select pg_switch_wal()::text", stop);
            await Ask(connection, "checkpoint", stop);
            var left = await Ask(connection, $"select count(*)::text from pg_ls_waldir() where name ~ '^[0-9A-F]{{24}}$' and name <= '{before}'", stop);
            if (int.Parse(left!, CultureInfo.InvariantCulture) == 0) return true;
        }
        log.LogError("The write-ahead log of an opened secret box is still there");
        return false;
    }

    private static async Task<string?> Ask(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        return await command.ExecuteScalarAsync(stop) as string;
    }

    private sealed class Afterwards(WalSweep sweep) : DocumentSessionListenerBase
    {
        public override Task AfterCommitAsync(IDocumentSession session, Marten.Services.IChangeSet commit, CancellationToken token)
        {
            _ = Task.Run(() => sweep.Sweep(CancellationToken.None), CancellationToken.None);
            return Task.CompletedTask;
        }
    }
}
