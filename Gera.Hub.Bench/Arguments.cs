using System.Globalization;

namespace Gera.Hub.Bench;

/// <summary>What was asked cannot be done as asked; the message and the usage are shown.</summary>
internal sealed class Misunderstood(string why) : Exception(why);

/// <summary>What stands on the command line: a verb, then <c>--name value</c> or <c>--name</c> alone.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        Gera.Hub.Bench hall    a hall full of voters, measured beside its baselines
            --voters N         how many (1000)
            --processes P      hub processes on one database (1)
            --seconds S        presses spread evenly over S seconds; 0 is all at once (0)
            --secret           a secret poll
            --page             every voter loads the voter's page before joining
            --baseline WHICH   all; none: the hub alone; only: the baselines without the hub (all)
            --repeat R         so many repetitions, medians are printed (1)
            --seed N           what the voters want (2037)
            --cold             without the warm-up crowd
            --json FILE        the figures as JSON
            --port BASE        first of the ports used: hubs from BASE, memory hub BASE+90, PostgreSQL BASE+99 (23000)
            --keep             keeps the folder with the oracle's file
        Gera.Hub.Bench faults  hub, database and line are killed and cut while people vote
            --only NAME        one of them; without it all
            --voters N         the size of the burst (10000)
            --bad              the known-bad variant, which must FAIL
            --json FILE, --port BASE
        Gera.Hub.Bench box     the ballot box without the network, beside Marten; then the count from the facts
            --voters N         ballots of the poll that is counted (100000)
            --repeat R, --json FILE, --port BASE
        Gera.Hub.Bench ideas   lists, search and pages of many ideas, and supports, beside a plain file and a plain INSERT
            --ideas N          how many ideas (20000)
            --supports N       supports before the run (200000)
            --asks N           requests of each kind (300)
            --readers N        who ask at the same time (4)
            --voters N         people who support one idea, and again spread over 1,000 (4000)
            --port BASE
        Gera.Hub.Bench memory-hub --port N
            the hub of the baseline: answers from memory, stores nothing
        Gera.Hub.Bench worker
            a crowd told what to do by lines on standard input; the other verbs start it

        It talks to 127.0.0.0/8 only and stops by itself. Exit code: 0 good, 1 a run failed, 2 not understood.
        """;

    private static readonly HashSet<string> Known = ["voters", "processes", "seconds", "secret", "page", "baseline", "repeat", "seed", "cold", "json", "port", "keep", "only", "bad", "ideas", "supports", "asks", "readers"];
    private readonly Dictionary<string, string> values = [];

    public Arguments(string[] words)
    {
        Verb = words.FirstOrDefault() ?? "";
        for (var i = 1; i < words.Length; i++)
        {
            var name = words[i].StartsWith("--", StringComparison.Ordinal) ? words[i][2..] : "";
            if (!Known.Contains(name))
                throw new Misunderstood($"\"{words[i]}\" is not understood.");
            var hasValue = i + 1 < words.Length && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            values[name] = hasValue ? words[++i] : "";
        }
    }

    public string Verb { get; }

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => values.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    public double Number(string name, double otherwise) =>
        Text(name) is not { } text ? otherwise
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new Misunderstood($"--{name} takes a number, not \"{text}\".");

    public int Whole(string name, int otherwise) => checked((int)Number(name, otherwise));
}
