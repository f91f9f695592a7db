namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>An open ballot was put into a box, or changed: the box holds the difference.</summary>
/// <param name="Receipt">The voter's pseudonym in this poll; the same for each change.</param>
/// <param name="Choice">Numbers as stored by <see cref="Ballots.Choice"/>.</param>
/// <param name="Was">What it replaces; null for the first ballot of this voter.</param>
/// <param name="Seal">Text polls: salted hash of the words, 64 hex digits.</param>
/// <param name="Link">Hash of the box's chain including this entry, 64 hex digits.</param>
public sealed record BallotCast(string Receipt, int[] Choice, int[]? Was, string? Seal, string Link);
