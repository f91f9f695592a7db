using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Halls.Console;

/// <summary>A poll to begin with: everything but the words, which are the texts <c>Template_…</c>.</summary>
/// <param name="Name">Part of the texts' keys.</param>
public sealed record PollTemplate(string Name, PollKind Kind, int Spread = 100, int? Max = null)
{
    /// <summary>What leaders ask again and again, in the order of how often.</summary>
    public static readonly IReadOnlyList<PollTemplate> All =
    [
        new("Mood", PollKind.Motion),
        new("Satisfaction", PollKind.Rating),
        new("Priorities", PollKind.Points, Spread: 10),
        new("Order", PollKind.Ranking),
        new("Dates", PollKind.Multiple, Max: 3),
        new("Open", PollKind.Text),
    ];

    /// <summary>Fills the form. What somebody typed into it stays; what a template put there goes.</summary>
    public void Fill(PollForm form, IStringLocalizer<ConsoleTexts> texts)
    {
        if (IsFree(form.Question, t => t.Question(texts))) form.Question = Question(texts);
        if (IsFree(form.Options, t => t.Options(texts))) form.Options = Options(texts);
        (form.Kind, form.Spread, form.Min, form.Max) = (Kind, Spread, null, Max);
        (form.Secret, form.Changeable, form.Results, form.Majority, form.Quorum) = (false, true, ShowResults.Live, Majority.Simple, null);
    }

    private string Question(IStringLocalizer<ConsoleTexts> texts) => texts[$"Template_{Name}_Question"];

    private string Options(IStringLocalizer<ConsoleTexts> texts) => Kind is PollKind.Motion or PollKind.Text ? "" : texts[$"Template_{Name}_Options"].Value.ReplaceLineEndings("\n");

    /// <summary>Whether a field is empty or still as one of the templates left it.</summary>
    private static bool IsFree(string typed, Func<PollTemplate, string> words) => string.IsNullOrWhiteSpace(typed) || All.Any(t => typed.ReplaceLineEndings("\n") == words(t));
}
