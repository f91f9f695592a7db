namespace Gera.Hub.Features.Halls.Papers;

/// <summary>A poll's record with what counting it again found.</summary>
/// <param name="Again">Votes per option by the entries; null when the chain does not hold, since then there is nothing to count.</param>
public sealed record Recount(HallView View, Poll Poll, PublicRecord Record, Finding Finding, long[]? Again)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 100;

    /// <summary>Entries of all boxes, one after the other.</summary>
    public IEnumerable<(RecordBox Box, RecordEntry Entry)> Entries => Record.Boxes.SelectMany(box => box.Entries, (box, entry) => (box, entry));

    public int Pages => Math.Max(1, (Record.Boxes.Sum(b => b.Entries.Length) + PageSize - 1) / PageSize);

    public static Recount Of(HallView view, Poll poll, PublicRecord record)
    {
        var finding = Verifier.Check(record, poll.Rules);
        return new Recount(view, poll, record, finding, finding.IsCountable && record.Votes is not null ? Verifier.Recount(record, poll.Rules) : null);
    }

    /// <summary>A page of entries.</summary>
    /// <param name="page">From one; what lies outside is the nearest page.</param>
    public IReadOnlyList<(RecordBox Box, RecordEntry Entry)> Page(int page) => [.. Entries.Skip((Math.Clamp(page, 1, Pages) - 1) * PageSize).Take(PageSize)];

    /// <summary>All entries of a receipt, as typed: without regard to case, blanks and dashes.</summary>
    public IReadOnlyList<(RecordBox Box, RecordEntry Entry)> Find(string receipt)
    {
        var wanted = Bare(receipt);
        return wanted.Length == 0 ? [] : [.. Entries.Where(e => PaperWords.Ballot(e.Entry.Payload)?.Receipt is { } found && Bare(found) == wanted).Take(PageSize)];
    }

    private static string Bare(string receipt) => new([.. receipt.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
