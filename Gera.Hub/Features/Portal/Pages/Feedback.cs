namespace Gera.Hub.Features.Portal.Pages;

/// <summary>What somebody wrote to the city through a form, and what became of it.</summary>
/// <param name="Kind">Barriers have rules of their own (a month to answer, an office to turn to).</param>
/// <param name="Reference">For paper and telephone; opens nothing.</param>
/// <param name="Secret">Hash of the link that shows it.</param>
/// <param name="Where">Which page or what it is about, as typed.</param>
/// <param name="Mail">Where the answer goes; gone once it went.</param>
/// <param name="Language">Of the mail.</param>
public sealed record Feedback(Guid Id, FeedbackKind Kind, string Reference, string Secret, string Where, string Words, string? Mail, string Language, DateTimeOffset At)
{
    public const int WhereMost = 300, WordsMost = 5_000;

    /// <summary>Where it is written to.</summary>
    public static FeedbackKind? On(PageKey page) => page.Page switch { "kontakt" => FeedbackKind.Contact, "barrierefreiheit" => FeedbackKind.Barrier, _ => null };

    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>Stored by name.</summary>
public enum FeedbackKind
{
    Barrier,
    Contact,
}
