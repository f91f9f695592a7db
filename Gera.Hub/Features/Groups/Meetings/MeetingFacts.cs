using Gera.Hub.People;
using Gera.Hub.Shell;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>What is said of a meeting.</summary>
/// <param name="Text">Markdown; may be empty.</param>
/// <param name="Start">As the clocks in Gera show it.</param>
/// <param name="Online">Address of the video room.</param>
public sealed record MeetingFacts(string? Title, string? Text, DateTime Start, DateTime End, string? Place, string? Online)
{
    /// <summary>What is wrong, by the form's field.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        if (People.Text.Check(Title, 120, ("Titel", "title")) is { } title) yield return ("titel", title);
        if (People.Text.Check(Text, 5_000, ("Text", "text"), required: false) is { } text) yield return ("text", text);
        if (Start.Year is < 2000 or > 2100 || End.Year is < 2000 or > 2100) yield return ("beginn", GroupRefusals.TimesMissing);
        else if (End <= Start || End - Start > TimeSpan.FromDays(2)) yield return ("beginn", GroupRefusals.EndBeforeStart);
        if (People.Text.Check(Place, 120, ("Ort", "place"), required: string.IsNullOrWhiteSpace(Online)) is { } place) yield return ("ort", place);
        if (!string.IsNullOrWhiteSpace(Online) && !(Online.Length <= 500 && People.Text.Check(Online, 500, ("", "")) is null && Uri.TryCreate(Online.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https")) yield return ("online", GroupRefusals.LinkBad);
    }

    public MeetingFacts Clean() => this with { Title = Line(Title), Text = Of(Text), Place = Line(Place), Online = Of(Online) };

    public DateTimeOffset StartsAt => Berlin.At(Start);

    public DateTimeOffset EndsAt => Berlin.At(End);

    private static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : People.Text.Clean(text);

    private static string? Line(string? text) => Of(text)?.ReplaceLineEndings(" ");
}

/// <summary>An item of the agenda.</summary>
/// <param name="Minutes">How long it may take, 1–480.</param>
/// <param name="Text">Markdown; may be empty.</param>
/// <param name="Polls">Prepared here, handed over to a session when the vote begins.</param>
public sealed record AgendaItem(Guid Id, string Title, int Minutes, string Text, IReadOnlyList<AgendaPoll> Polls);

/// <summary>A poll prepared for an item. Its id is that of the poll in the halls, so that it is handed over once.</summary>
/// <param name="Kind">single, multiple, motion, rating or text.</param>
public sealed record AgendaPoll(Guid Id, string Question, string Kind, IReadOnlyList<string> Options, bool IsSecret)
{
    public static readonly IReadOnlyList<string> Kinds = ["single", "multiple", "motion", "rating", "text"];
}
