namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What checking a record found.</summary>
/// <param name="Box">Box of the first entry that does not fit; null when all do.</param>
/// <param name="Height">Its height; 0 when the record as a whole does not fit.</param>
/// <param name="Problem">chain, head, count or none.</param>
public sealed record Finding(string Problem, string? Box, long Height)
{
    public static readonly Finding None = new("none", null, 0);

    public bool IsFine => Problem == "none";
}

/// <summary>Checks a record the way anyone can; <c>docs/verify.mjs</c> does the same without anything of ours.</summary>
public static class Verifier
{
    public static Finding Check(PublicRecord record, PollRules rules)
    {
        if (Chain.Hash(record.Definition) != record.Genesis) return new Finding("definition", null, 0);
        foreach (var box in record.Boxes)
        {
            var parent = record.Genesis;
            foreach (var (index, entry) in box.Entries.Index())
            {
                var fits = entry.Height == index + 1 && entry.Parent == parent && entry.PayloadHash == Chain.Hash(entry.Payload)
                    && entry.Hash == Chain.Link(entry.Height, parent, entry.Type, entry.PayloadHash);
                if (!fits) return new Finding("chain", box.Box, index + 1);
                parent = entry.Hash;
            }
            if (parent != box.Head) return new Finding("head", box.Box, box.Height);
        }
        var head = Chain.Head(record.Genesis, record.Boxes.Select(b => b.Head));
        if (head != record.Head || record.SealedHead is { } sealedHead && head != sealedHead) return new Finding("head", null, 0);
        return record.Votes is null || record.Votes.AsSpan().SequenceEqual(Recount(record, rules)) ? Finding.None : new Finding("count", null, 0);
    }

    /// <summary>Votes per option, counted again from the entries.</summary>
    public static long[] Recount(PublicRecord record, PollRules rules)
    {
        var cells = new long[Cells.Count(rules)];
        foreach (var entry in record.Boxes.SelectMany(b => b.Entries))
        {
            var ballot = System.Text.Json.JsonSerializer.Deserialize<Ballot>(entry.Payload, System.Text.Json.JsonSerializerOptions.Web)!;
            Cells.Add(cells, rules, ballot.Choice, 1);
            if (ballot.Was is { } was) Cells.Add(cells, rules, was, -1);
        }
        return cells[..rules.Options.Length];
    }

    private sealed record Ballot(int[] Choice, int[]? Was);
}
