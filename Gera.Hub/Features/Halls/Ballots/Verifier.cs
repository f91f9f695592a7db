using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What checking a record found.</summary>
/// <param name="Problem">definition, chain, head, list, word, count, voters or none.</param>
/// <param name="Box">Box of the first entry that does not fit; null when the record as a whole does not, or all do.</param>
/// <param name="Height">Its height; 0 when the record as a whole does not fit.</param>
public sealed record Finding(string Problem, string? Box = null, long Height = 0)
{
    public static readonly Finding None = new("none");

    public bool IsFine => Problem == "none";

    /// <summary>Whether the entries hold together, so that there is something to count.</summary>
    public bool IsCountable => Problem is "none" or "count" or "voters" or "list" or "word";
}

/// <summary>Checks a record the way anyone can; <c>docs/verify.mjs</c> does the same, step by step, without anything of ours.</summary>
public static class Verifier
{
    public static Finding Check(PublicRecord record, PollRules rules)
    {
        using var check = new Verification(record.Genesis, rules);
        foreach (var box in record.Boxes)
        {
            check.Begin();
            foreach (var entry in box.Entries) check.Take(entry);
        }
        return check.Conclude(record);
    }
}

/// <summary>A check entry by entry, so that nobody needs to hold all of them.</summary>
public sealed class Verification(string genesis, PollRules rules) : IDisposable
{
    private readonly Again again = new(rules);
    private readonly List<Walk> walks = [];
    private readonly IncrementalHash list = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Votes per option, counted again from entries that were found to hold together.</summary>
    public long[] Votes => again.Votes;

    /// <summary>The next box; what is taken from here on is its chain.</summary>
    public void Begin() => walks.Add(new Walk(genesis));

    public void Take(RecordEntry entry)
    {
        if (again.Taken++ > 0) list.AppendData("\n"u8);
        list.AppendData(Encoding.UTF8.GetBytes(entry.Payload));
        walks[^1].Take(entry, again);
    }

    /// <summary>What all entries and the rest of the record say together.</summary>
    /// <param name="record">Its boxes' own entries are not looked at.</param>
    public Finding Conclude(PublicRecord record)
    {
        if (Chain.Hash(record.Definition) != record.Genesis) return new Finding("definition");
        foreach (var (box, walk) in record.Boxes.Zip(walks))
            if (walk.Ended(box) is { } misfit) return misfit;

        var head = Chain.Head(record.Genesis, record.Boxes.Select(b => b.Head));
        if (head != record.Head || record.SealedHead is { } sealedHead && head != sealedHead) return new Finding("head");
        if (record.ListHash is { } known && Convert.ToHexStringLower(list.GetCurrentHash()) != known) return new Finding("list");
        if (rules.Secret && record is { ListHash: null, Boxes.Length: > 0 }) return new Finding("list");
        if (record.Words.Any(w => !again.HasSeal(w))) return new Finding("word");
        if (record.Votes is null) return Finding.None;
        if (!record.Votes.AsSpan().SequenceEqual(again.Votes)) return new Finding("count");
        return record.Voters == again.Voters ? Finding.None : new Finding("voters");
    }

    public void Dispose() => list.Dispose();

    /// <summary>The way along one box's chain, up to the first entry that does not fit.</summary>
    private sealed class Walk(string genesis)
    {
        private string parent = genesis;
        private long height;
        private bool fits = true;

        public void Take(RecordEntry entry, Again again)
        {
            if (!fits) return;
            height++;
            fits = entry.Height == height && entry.Parent == parent && entry.PayloadHash == Chain.Hash(entry.Payload)
                && entry.Hash == Chain.Link(entry.Height, parent, entry.Type, entry.PayloadHash) && again.Take(entry);
            parent = entry.Hash;
        }

        public Finding? Ended(RecordBox box)
        {
            if (!fits) return new Finding("chain", box.Box, height);
            return parent == box.Head && box.Height == height ? null : new Finding("head", box.Box, height + 1);
        }
    }

    /// <summary>The count as the entries tell it.</summary>
    private sealed class Again(PollRules rules)
    {
        private readonly long[] cells = new long[Cells.Count(rules)];
        private readonly HashSet<(string Receipt, string Seal)> seals = [];
        private readonly HashSet<string> receipts = [];

        /// <summary>Entries so far, those that did not fit included.</summary>
        public long Taken { get; set; }

        public int Voters { get; private set; }

        public long[] Votes => cells[..rules.Options.Length];

        public bool HasSeal(RecordWord word) => IsHex(word.Salt) && seals.Contains((word.Receipt, Words.Seal(Convert.FromHexString(word.Salt), word.Text)));

        /// <summary>Adds an entry; false when it is no ballot that this poll allows.</summary>
        public bool Take(RecordEntry entry)
        {
            if (entry.Type != (rules.Secret ? Chain.SecretType : Chain.BallotType) || Read(entry.Payload) is not { Choice: { } choice } ballot) return false;
            if (ballot.Was is null && !rules.Secret && !receipts.Add(ballot.Receipt ?? "")) return false; // one voter, two ballots
            if (!IsAllowed(choice) || ballot.Was is { } former && !IsAllowed(former)) return false;
            Cells.Add(cells, rules, choice, 1);
            // In several boxes a voter's changes may stand apart; each says what it replaces, so the sum is right all the same.
            if (ballot.Was is { } was) Cells.Add(cells, rules, was, -1);
            else Voters++;
            if (ballot is { Seal: { } seal, Receipt: { } receipt }) seals.Add((receipt, seal));
            return true;
        }

        private bool IsAllowed(int[] choice) => rules.Kind == PollKind.Text ? choice.Length == 0 : Choice.Of(choice, rules).Granted;

        private static Ballot? Read(string payload)
        {
            try
            {
                return JsonSerializer.Deserialize<Ballot>(payload, JsonSerializerOptions.Web);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
    }

    private sealed record Ballot(string? Receipt, int[]? Choice, int[]? Was, string? Seal);
}
