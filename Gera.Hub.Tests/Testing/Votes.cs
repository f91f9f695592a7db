using CsCheck;

namespace Gera.Hub.Tests.Testing;

/// <summary>Random ballots of random polls, all of them valid.</summary>
internal static class Votes
{
    private static readonly PollKind[] Kinds = [PollKind.Single, PollKind.Multiple, PollKind.Rating, PollKind.Ranking, PollKind.Points, PollKind.Motion];

    public static readonly Gen<PollRules> Rules = Gen.Select(
        Gen.Int[0, Kinds.Length - 1], Gen.Int[2, 6], (kind, options) => Some.Rules(Kinds[kind], options, max: options));

    public static readonly Gen<(PollRules Rules, int[][] Choices)> Ballots =
        Rules.SelectMany(rules => Of(rules).Array[0, 30].Select(choices => (rules, choices)));

    /// <summary>One valid ballot of that poll.</summary>
    public static Gen<int[]> Of(PollRules rules) => Gen.Int[0, int.MaxValue].Select(seed => Make(rules, new Random(seed)));

    public static int[] Make(PollRules rules, Random random)
    {
        int[] options = [.. Enumerable.Range(1, rules.Options.Length)];
        random.Shuffle(options);
        var some = options[..random.Next(1, options.Length + 1)];
        int[] numbers = rules.Kind switch
        {
            PollKind.Single or PollKind.Motion => [options[0]],
            PollKind.Rating => [.. some.SelectMany(o => new[] { o, random.Next(1, 6) })],
            PollKind.Points => [.. some.SelectMany(o => new[] { o, random.Next(1, rules.Spread / rules.Options.Length) })],
            _ => some,
        };
        return Choice.Of(numbers, rules).Value.Numbers;
    }
}
