namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>One entry of a box's chain.</summary>
/// <param name="Height">From one.</param>
/// <param name="Parent">Hash of the entry before; of the definition for the first.</param>
/// <param name="Type">ballot or secret-ballot.</param>
/// <param name="PayloadHash">SHA-256 of <paramref name="Payload"/> in UTF-8, hex.</param>
/// <param name="Hash">SHA-256 of <c>height|parent|type|payloadHash</c>.</param>
public sealed record RecordEntry(long Height, string Parent, string Type, string PayloadHash, string Payload, string Hash);

/// <summary>One box: its chain from the definition to its head.</summary>
public sealed record RecordBox(string Box, long Height, string Head, RecordEntry[] Entries);

/// <summary>A word that may be seen, so that its seal in the chain can be checked: SHA-256 of salt (hex) and text.</summary>
public sealed record RecordWord(string Receipt, string Text, string Salt);

/// <summary>Everything needed to count a poll again.</summary>
/// <param name="Definition">What was asked, as the exact text whose hash is the parent of each box's first entry.</param>
/// <param name="Head">SHA-256 of the boxes' heads, sorted and joined by line feeds (of the definition's hash alone when there is no box).</param>
/// <param name="SealedHead">The head the hub wrote down when the poll closed; null while it is open.</param>
/// <param name="Votes">What the hub counted; null when there were too few.</param>
public sealed record PublicRecord(string Poll, string Definition, string Genesis, RecordBox[] Boxes, string Head, string? SealedHead, long[]? Votes, int Voters, string? ListHash, RecordWord[] Words);

/// <summary>A record without its entries, which are read page by page: of a large hall they are many.</summary>
/// <param name="Boxes">The boxes and up to which height they belong to this record; a ballot that comes in meanwhile belongs to the next.</param>
public sealed record RecordFrame(string Poll, string Definition, string Genesis, BoxHead[] Boxes, string? SealedHead, long[]? Votes, int Voters, string? ListHash, RecordWord[] Words)
{
    /// <summary>The record of these boxes.</summary>
    public PublicRecord With(RecordBox[] boxes) => new(Poll, Definition, Genesis, boxes, Chain.Head(Genesis, boxes.Select(b => b.Head)), SealedHead, Votes, Voters, ListHash, Words);
}

/// <summary>A place between two entries.</summary>
/// <param name="Box">Number of the box in its frame.</param>
/// <param name="Height">Of the entry before; 0 at the beginning of a box.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Id">Its id, where a ballot has one.</param>
public sealed record RecordPlace(int Box, long Height, string Hash, Guid Id);
