using Microsoft.Extensions.Caching.Memory;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>
/// Reads what the page "Zählung nachrechnen" shows. A whole hall opens it at once, and turns its pages: so a record is read and counted once
/// and kept for a few seconds, no longer, so that what is done to the database meanwhile soon shows.
/// </summary>
internal sealed class RecountDesk(LiveHalls halls, RecordReader record) : IDisposable
{
    /// <summary>How long a record counted again is shown.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>Entries kept of all records together, about 500 bytes each; a larger record is read anew each time.</summary>
    private const int Most = 200_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most, ExpirationScanFrequency = TimeSpan.FromSeconds(1) });
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The poll in its session, where it has ever been open.</summary>
    public async Task<(HallView View, Poll Poll)?> Find(string? code, Guid poll) =>
        await halls.ByCode(code) is { } view && view.Find(poll) is { State: not PollState.Prepared } found ? (view, found) : null;

    /// <summary>Null while the record is not for everyone, or its numbers are hidden.</summary>
    public async Task<Recount?> Of(HallView view, Poll poll, CancellationToken stop)
    {
        if (!RecordReader.IsPublic(poll) || poll.Hidden) return null;
        if (Kept() is { } known) return known;
        // One after another: the second who asks finds what the first has read.
        await turn.WaitAsync(stop);
        try
        {
            if (Kept() is { } now) return now;
            var sheet = Recount.Of(view, poll, await record.Read(poll, stop));
            using var entry = kept.CreateEntry((poll.Id, poll.State));
            entry.SetValue(sheet).SetSize(1 + sheet.Record.Boxes.Sum(b => b.Entries.Length)).SetAbsoluteExpiration(Lifetime);
            return sheet;
        }
        finally
        {
            turn.Release();
        }

        Recount? Kept() => kept.Get<Recount>((poll.Id, poll.State)) is { } sheet ? sheet with { View = view, Poll = poll } : null;
    }

    public void Dispose()
    {
        kept.Dispose();
        turn.Dispose();
    }
}
