using Gera.Hub.Features.Groups.Meetings;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>The form of minutes as it was typed.</summary>
public sealed class MinutesTyped
{
    public string? Base { get; set; }
    public int? Guests { get; set; }
    public string? Opening { get; set; }
    public Guid[]? Here { get; set; }
    public List<NoteTyped> Notes { get; set; } = [];

    public IReadOnlyList<ItemNote> Written => [.. Notes.Select(n => new ItemNote(n.Item, n.Words ?? "", n.Decision ?? ""))];

    public static MinutesTyped Of(Meeting about, IEnumerable<NamedPerson> people) => new()
    {
        Base = about.Writing.Stamp(),
        Guests = about.Writing.Guests,
        Opening = about.Writing.Opening,
        Here = [.. people.Where(p => p.WasThere).Select(p => p.Id)],
        Notes = [.. about.Items.Select(i => new NoteTyped { Item = i.Id, Words = about.Writing.Of(i.Id).Words, Decision = about.Writing.Of(i.Id).Decision })],
    };
}

/// <summary>What was typed for one item.</summary>
public sealed class NoteTyped
{
    public Guid Item { get; set; }
    public string? Words { get; set; }
    public string? Decision { get; set; }
}
