using Gera.Hub.Storage;
using Marten;

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
        if (await WalSegments.Drop(database, stop)) return true;
        log.LogError("The write-ahead log of an opened secret box is still there");
        return false;
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
