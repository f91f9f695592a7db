using System.Diagnostics;
using Gera.Hub.Bench.Crowds;

namespace Gera.Hub.Bench.Running;

/// <summary>From what the crowds saw to the figures of the table. Times come in microseconds and leave in milliseconds.</summary>
internal static class Figures
{
    public static Dictionary<string, double> Of(CrowdReport[] reports)
    {
        var voters = reports.Sum(r => r.Pressed.Length);
        var answered = Each(reports, r => r.Statuses.Length).Where(v => v.Report.Acknowledged[v.Voter] >= 0).ToArray();
        if (answered.Length == 0)
            return new() { ["acknowledged"] = 0 };
        var latencies = answered.Select(v => v.Report.Acknowledged[v.Voter] - v.Report.Pressed[v.Voter]).Order().ToArray();
        var lastAck = answered.Max(v => v.Report.Acknowledged[v.Voter]);
        var newest = Math.Max(reports.Max(r => r.ScreenVersion.Max()), reports.Max(r => r.Versions.Max()));
        var screens = Each(reports, r => r.ScreenAt.Length).Where(v => v.Report.ScreenVersion[v.Voter] == newest)
            .Select(v => Math.Max(0, v.Report.ScreenAt[v.Voter] - lastAck)).Order().ToArray();
        var everywhere = Everywhere(reports, answered, newest, screens.Length == voters);
        return new()
        {
            ["connected per second"] = voters / Stopwatch.GetElapsedTime(reports.Min(r => r.ConnectStarted), reports.Max(r => r.ConnectEnded)).TotalSeconds,
            ["acknowledged"] = answered.Length,
            ["votes per second"] = answered.Length / (lastAck / 1e6),
            ["latency p50 ms"] = Percentile(latencies, 50),
            ["latency p99 ms"] = Percentile(latencies, 99),
            ["latency max ms"] = Percentile(latencies, 100),
            ["press to every screen p50 ms"] = Percentile(everywhere, 50),
            ["press to every screen p99 ms"] = Percentile(everywhere, 99),
            ["screens with the final count"] = screens.Length,
            ["last ack to final count, p99 of screens ms"] = Percentile(screens, 99),
            ["last ack to final count, last screen ms"] = Percentile(screens, 100),
            ["bytes received per voter"] = (double)reports.Sum(r => r.ReceivedBytes) / voters,
            ["bytes sent per voter"] = (double)reports.Sum(r => r.SentBytes) / voters,
            ["busy answers"] = reports.Sum(r => r.Busy),
            ["error answers"] = reports.Sum(r => r.Errors),
            ["silences"] = reports.Sum(r => r.Silences),
            ["reconnects"] = reports.Sum(r => r.Reconnects),
            ["versions that went back"] = reports.Sum(r => r.WentBack),
            ["one version, two counts"] = reports.Sum(r => r.Contradictions),
        };
    }

    public static Dictionary<string, int> Tally(IEnumerable<string> words) => words.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>
    /// For each vote, from the press until the last of all screens shows a count with its version or a later
    /// one. Empty where some screen never got there: then no time is the honest answer.
    /// </summary>
    private static int[] Everywhere(CrowdReport[] reports, (CrowdReport Report, int Voter)[] answered, int newest, bool allFinal)
    {
        if (!allFinal || newest < 0)
            return [];
        var reachedAt = new long[newest + 1];
        foreach (var reach in reports.SelectMany(r => r.Reached))
            for (var version = reach.Above + 1; version <= reach.UpTo; version++)
                reachedAt[version] = Math.Max(reachedAt[version], reach.At);
        return [.. answered.Where(v => v.Report.Versions[v.Voter] >= 0)
            .Select(v => (int)(reachedAt[v.Report.Versions[v.Voter]] - v.Report.Pressed[v.Voter])).Order()];
    }

    private static IEnumerable<(CrowdReport Report, int Voter)> Each(CrowdReport[] reports, Func<CrowdReport, int> count) =>
        reports.SelectMany(report => Enumerable.Range(0, count(report)).Select(voter => (report, voter)));

    private static double Percentile(int[] sorted, int percent) => sorted.Length == 0 ? double.NaN
        : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)] / 1000.0;
}
