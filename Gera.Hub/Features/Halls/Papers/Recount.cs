namespace Gera.Hub.Features.Halls.Papers;

/// <summary>What counting a poll's record again found. Its entries stay in the store.</summary>
/// <param name="Record">Without its entries.</param>
/// <param name="Again">Votes per option by the entries; null when the chain does not hold, since then there is nothing to count.</param>
/// <param name="Size">Entries of all boxes.</param>
/// <param name="Places">Where each page of entries begins.</param>
public sealed record Recount(HallView View, Poll Poll, RecordFrame Frame, PublicRecord Record, Finding Finding, long[]? Again, long Size, IReadOnlyList<RecordPlace?> Places)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 100;

    public int Pages => Math.Max(1, Places.Count);

    /// <summary>The page asked for, from one; the nearest, where there is none.</summary>
    public int Nearest(int? page) => Math.Clamp(page ?? 1, 1, Pages);

    /// <summary>Counts the record again, entry by entry.</summary>
    public static async Task<Recount> Of(HallView view, Poll poll, RecordReader reader, CancellationToken stop)
    {
        var frame = await reader.Frame(poll, stop);
        using var check = new Verification(frame.Genesis, poll.Rules);
        List<RecordBox> boxes = [];
        List<RecordPlace?> places = [];
        var (size, last) = (0L, (RecordPlace?)null);
        await foreach (var (place, entry) in reader.Entries(poll, frame, null, RecordReader.PageSize, stop))
        {
            if (size++ % PageSize == 0) places.Add(last);
            if (place.Box != last?.Box)
            {
                check.Begin();
                boxes.Add(new RecordBox(frame.Boxes[place.Box].Box.ToString(), 0, "", []));
            }
            check.Take(entry);
            boxes[^1] = boxes[^1] with { Height = place.Height, Head = place.Hash };
            last = place;
        }
        var record = frame.With([.. boxes]);
        var finding = check.Conclude(record);
        return new Recount(view, poll, frame, record, finding, finding.IsCountable && record.Votes is not null ? check.Votes : null, size, places);
    }
}
