using System.Text.Json;

namespace Gera.Hub.Tests.Testing;

/// <summary>Ready-made rules, polls and choices for tests that need some and do not care which.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Evening = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    public static PollRules Rules(PollKind kind = PollKind.Single, int options = 3, bool secret = false, bool changeable = true,
        ShowResults results = ShowResults.Live, Majority? majority = null, int? quorum = null, int min = 1, int max = 1, int spread = 100) =>
        new("Welche Farbe bekommt die Bank am Markt?", kind, kind == PollKind.Motion ? PollRules.MotionOptions : [.. Enumerable.Range(1, kind == PollKind.Text ? 0 : options).Select(n => $"Farbe {n}")],
            secret, changeable, results, majority, quorum, min, max, spread);

    public static Poll Poll(PollRules? rules = null, PollState state = PollState.Prepared, int? entitled = null) =>
        new(Guid.CreateVersion7(Evening), Guid.CreateVersion7(Evening), rules ?? Rules(), state, Evening) { Entitled = entitled };

    public static PollDraft Draft(PollKind? kind = PollKind.Single, params string[] options) =>
        new("Welche Farbe bekommt die Bank am Markt?", kind, options.Length > 0 ? options : ["Rot", "Grün", "Blau"]);

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
