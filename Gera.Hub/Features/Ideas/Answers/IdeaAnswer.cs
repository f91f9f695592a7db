namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>What the city answers to an idea.</summary>
/// <param name="Status">One of <see cref="AnswerStatus.All"/>.</param>
/// <param name="Reasons">At most 5,000 characters of Markdown.</param>
/// <param name="Office">Which office is responsible, at most 120 characters.</param>
/// <param name="Cost">In words, at most 120 characters, e.g. "etwa 12.000 €"; empty where there is none to name.</param>
/// <param name="NextStep">What happens next, at most 300 characters; empty where nothing does.</param>
/// <param name="Due">By when; the office is reminded on that day.</param>
public sealed record IdeaAnswer(string Status, string Reasons, string Office, string Cost, string NextStep, DateOnly? Due);

/// <param name="At">When it came out.</param>
public sealed record GivenAnswer(IdeaAnswer Answer, DateTimeOffset At);
