using System.Security.Cryptography;
using System.Text.Json;
using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>What people wrote into the minutes. Results of votes are not among it: they are read from the votes.</summary>
/// <param name="Present">Members who came.</param>
/// <param name="Guests">Others who came.</param>
/// <param name="Opening">Markdown; before the first item.</param>
public sealed record MinutesWords(int Present, int Guests, string Opening, IReadOnlyList<ItemNote> Notes)
{
    public static readonly MinutesWords Empty = new(0, 0, "", []);

    public ItemNote Of(Guid item) => Notes.FirstOrDefault(n => n.Item == item) ?? new ItemNote(item, "", "");

    /// <summary>What is wrong, by the form's field.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        if (Guests is < 0 or > 5_000) yield return ("gaeste", GroupRefusals.GuestsBad);
        if (People.Text.Check(Opening, 5_000, ("Zu Beginn", "opening"), required: false) is { } opening) yield return ("beginn", opening);
        foreach (var note in Notes)
        {
            if (People.Text.Check(note.Words, 10_000, ("Notiz", "note"), required: false) is { } words) yield return ($"notiz-{note.Item}", words);
            if (People.Text.Check(note.Decision, 2_000, ("Beschluss", "decision"), required: false) is { } decision) yield return ($"beschluss-{note.Item}", decision);
        }
    }

    public MinutesWords Clean() => this with { Opening = People.Text.Clean(Opening), Notes = [.. Notes.Select(n => n with { Words = People.Text.Clean(n.Words), Decision = People.Text.Clean(n.Decision) })] };

    /// <summary>Changes with every word, so that nobody writes over what somebody else wrote meanwhile.</summary>
    public string Stamp() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)))[..16];

    // Lists are compared by what they hold.
    public bool Equals(MinutesWords? other) => other is not null && (Present, Guests, Opening) == (other.Present, other.Guests, other.Opening) && Notes.SequenceEqual(other.Notes);

    public override int GetHashCode() => HashCode.Combine(Present, Guests, Opening, Notes.Count);
}

/// <param name="Words">Markdown.</param>
/// <param name="Decision">What was decided, in a sentence or two.</param>
public sealed record ItemNote(Guid Item, string Words, string Decision);
