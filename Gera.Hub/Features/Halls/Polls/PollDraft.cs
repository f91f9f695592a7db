using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>A poll as it comes in from outside. Only question, kind and options are required.</summary>
/// <param name="Question">At most 500 characters.</param>
/// <param name="Kind">single, multiple, rating, ranking, points, text or motion.</param>
/// <param name="Options">Texts of at most 200 characters each; a motion may leave them out (Ja, Nein, Enthaltung).</param>
/// <param name="Secret">Nobody learns who chose what; implies final and shown after close.</param>
/// <param name="Changeable">A vote may be changed until close.</param>
/// <param name="Results">live or closed.</param>
/// <param name="Majority">Of a motion: simple, absolute, twoThirds, each also with OfEntitled.</param>
/// <param name="Min">Fewest choices of multiple.</param>
/// <param name="Max">Most choices of multiple.</param>
/// <param name="Spread">Points to spread.</param>
/// <param name="Quorum">Ballots needed for a verdict.</param>
public sealed record PollDraft(
    string? Question, PollKind? Kind, string[]? Options, bool? Secret = null, bool? Changeable = null, ShowResults? Results = null,
    Majority? Majority = null, int? Min = null, int? Max = null, int? Spread = null, int? Quorum = null)
{
    internal static readonly (string German, string English) OptionName = ("Antwort", "option");

    /// <summary>What is wrong with it; null when a session would take it.</summary>
    public Refusal? Fault() => ToRules(entitledKnown: false).Refusal;

    /// <summary>The rules this draft asks for, or what is wrong with it.</summary>
    /// <param name="entitledKnown">Whether the session knows how many may vote.</param>
    public Answer<PollRules> ToRules(bool entitledKnown)
    {
        if (Text.Check(Question, 500, ("Frage", "question")) is { } badQuestion) return badQuestion;
        if (Kind is not { } kind) return HallRefusals.KindUnknown;
        var options = kind switch
        {
            PollKind.Text => [],
            PollKind.Motion when Options is null or [] => PollRules.MotionOptions,
            _ => Options ?? [],
        };
        if (CheckOptions(kind, options) is { } badOptions) return badOptions;
        options = [.. options.Select(Text.Clean)];

        var secret = Secret ?? false;
        if (secret && kind == PollKind.Text) return HallRefusals.TextNotSecret;
        if (Majority is not null && kind != PollKind.Motion) return HallRefusals.MajorityOnlyForMotions;
        if (Quorum is < 1 or > 1_000_000) return HallRefusals.QuorumOutOfRange;
        if (kind == PollKind.Points && Spread is < 1 or > 1000) return HallRefusals.SpreadOutOfRange;
        var (min, max) = kind == PollKind.Multiple ? (Min ?? 1, Max ?? options.Length) : (1, 1);
        if (min < 1 || max < min || max > Math.Max(1, options.Length)) return HallRefusals.MinMaxOutOfRange;

        var rules = new PollRules(Text.Clean(Question!), kind, options, secret, !secret && (Changeable ?? true),
            secret ? ShowResults.Closed : Results ?? ShowResults.Live,
            kind == PollKind.Motion ? Majority ?? Polls.Majority.Simple : null, Quorum, min, max, Spread ?? 100);
        return rules.NeedsEntitled && !entitledKnown ? HallRefusals.EntitledUnknown : rules;
    }

    private static Refusal? CheckOptions(PollKind kind, string[] options)
    {
        if (kind == PollKind.Text) return null;
        if (kind == PollKind.Motion && options.Length != 3) return HallRefusals.MotionNeedsThree;
        if (options.Length < (kind == PollKind.Rating ? 1 : 2)) return HallRefusals.OptionsMissing;
        if (options.Length > PollRules.MostOptions) return HallRefusals.TooManyOptions;
        foreach (var option in options)
            if (Text.Check(option, PollRules.LongestOption, OptionName) is { } bad) return bad;
        return options.Select(o => Text.Clean(o)).Distinct(StringComparer.OrdinalIgnoreCase).Count() == options.Length ? null : HallRefusals.OptionsAlike;
    }
}
