using Microsoft.Extensions.Caching.Memory;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>
/// Reads what the page "Zählung nachrechnen" shows. A whole hall opens it at once, and turns its pages: so a record is counted again once for
/// each version, and kept for a few seconds, no longer, so that what is done to the database meanwhile soon shows.
/// </summary>
internal sealed class RecountDesk(LiveHalls halls, LiveBoard board, RecordReader record, TimeProvider clock) : IDisposable
{
    /// <summary>How long a record counted again is shown while its version stays.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>While votes come in each look finds a new version. Counting again takes at most this part of the time, so that the votes keep theirs.</summary>
    private const int Share = 10;

    /// <summary>Pages kept of all records together, about 300 bytes each.</summary>
    private const int Most = 100_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most, ExpirationScanFrequency = TimeSpan.FromSeconds(1) });
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The poll in its session, where it has ever been open.</summary>
    public async Task<(HallView View, Poll Poll)?> Find(string? code, Guid poll) =>
        await halls.ByCode(code) is { } view && view.Find(poll) is { State: not PollState.Prepared } found ? (view, found) : null;

    /// <summary>Null while the record is not for everyone, or its numbers are hidden.</summary>
    public async Task<Recount?> Of(HallView view, Poll poll, CancellationToken stop)
    {
        if (!RecordReader.IsPublic(poll) || poll.Hidden) return null;
        var version = (await board.Count(poll)).Version;
        if (Fresh() is { } known) return known;
        // One after another: the second who asks finds what the first has read.
        await turn.WaitAsync(stop);
        try
        {
            if (Fresh() is { } now) return now;
            var begun = clock.GetTimestamp();
            var sheet = await Recount.Of(view, poll, record, stop);
            var rest = Share * clock.GetElapsedTime(begun);
            using var entry = kept.CreateEntry((poll.Id, poll.State, poll.Head));
            entry.SetValue(new Kept(sheet, version, clock.GetTimestamp(), rest)).SetSize(1 + sheet.Places.Count + sheet.Record.Words.Length)
                .SetAbsoluteExpiration(rest > Lifetime ? rest : Lifetime);
            return sheet;
        }
        finally
        {
            turn.Release();
        }

        Recount? Fresh() => kept.Get<Kept>((poll.Id, poll.State, poll.Head)) is { } last && clock.GetElapsedTime(last.At) is var age
            && (age < last.Rest || last.Version == version && age < Lifetime) ? last.Sheet with { View = view, Poll = poll } : null;
    }

    /// <summary>A page of entries with their boxes, as they stand now.</summary>
    public async Task<IReadOnlyList<(string Box, RecordEntry Entry)>> Page(Recount sheet, int number, CancellationToken stop) => sheet.Places.Count == 0 ? []
        : await record.Entries(sheet.Poll, sheet.Frame, sheet.Places[number - 1], Recount.PageSize, stop).Take(Recount.PageSize)
            .Select(e => (sheet.Frame.Boxes[e.Place.Box].Box.ToString(), e.Entry)).ToListAsync(stop);

    /// <summary>What stands under a receipt, however typed.</summary>
    public async Task<IReadOnlyList<(long Height, string Payload)>> Look(Recount sheet, string typed, CancellationToken stop) =>
        Receipts.Read(typed) is { } receipt ? await record.Find(sheet.Poll, receipt, stop) : [];

    public void Dispose()
    {
        kept.Dispose();
        turn.Dispose();
    }

    private sealed record Kept(Recount Sheet, long Version, long At, TimeSpan Rest);
}
