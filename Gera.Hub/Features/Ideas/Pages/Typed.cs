using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>The form of an idea as it was typed.</summary>
public sealed class Typed
{
    public Guid Draft { get; set; }

    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Body { get; set; }

    public string? Theme { get; set; }

    public string? District { get; set; }

    /// <summary>Degrees as typed, or as the map wrote them.</summary>
    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>A line drawn on the map.</summary>
    public string? Line { get; set; }

    /// <summary>Contest and category, e.g. <c>2026/familien</c>.</summary>
    public string? Place { get; set; }

    public AuthorShown Shown { get; set; }

    public string? Pseudonym { get; set; }

    public Through Through { get; set; }

    /// <summary>A picture or document to be added, what it shows, and whether it may be shown.</summary>
    public IFormFile? File { get; set; }

    public string? FileWords { get; set; }

    public bool FileRights { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Deed { get; set; }

    public IdeaWords Words => new(Title, Summary, Body, Theme, District, Degrees(Latitude), Degrees(Longitude)) { Line = Line };

    public static Typed Of(IdeaDraft draft) => new Typed { Draft = draft.Id, Place = $"{draft.Contest}/{draft.Category}", Shown = draft.Shown, Pseudonym = draft.Pseudonym }.With(draft.Words);

    public static Typed Of(IdeaView view) => new Typed { Draft = view.Idea.Id, Version = view.Idea.Edition }
        .With(new IdeaWords(view.Text.Title, view.Text.Summary, view.Text.Body, view.Idea.Theme, view.Idea.District, view.Idea.Latitude, view.Idea.Longitude) { Line = view.Idea.Line });

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, Refusal> Faults()
    {
        var faults = Words.Faults().GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.First().Refusal);
        if (Shown == AuthorShown.Pseudonym && string.IsNullOrWhiteSpace(Pseudonym)) faults["name"] = IdeaRefusals.NameMissing;
        return faults;
    }

    public SaveDraft ToDraft() => new(Draft, Part(0), Part(1), Words, Shown, Pseudonym);

    public SubmitIdea ToIdea() => new(Draft, Part(0), Part(1), Words, Shown, Pseudonym) { Through = Through };

    private string Part(int n) => (Place ?? "").Split('/', 2).ElementAtOrDefault(n) ?? "";

    /// <summary>What is no number is refused with the place, not lost.</summary>
    private static double? Degrees(string? text) => string.IsNullOrWhiteSpace(text) ? null : IdeaWords.Degrees(text) ?? double.NaN;

    private static string? Written(double? degrees) => degrees?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Typed With(IdeaWords words)
    {
        (Title, Summary, Body, Theme, District, Latitude, Longitude, Line) = (words.Title, words.Summary, words.Body, words.Theme, words.District, Written(words.Latitude), Written(words.Longitude), words.Line);
        return this;
    }
}
