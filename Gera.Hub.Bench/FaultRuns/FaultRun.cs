using System.Globalization;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>The verb <c>faults</c>: each on a fresh database with fresh processes, one after the other.</summary>
internal sealed class FaultRun(Arguments arguments)
{
    private static readonly Fault[] All = [Killed.Hub, Killed.Database, LineFaults.CommitsCut, LineFaults.DatabaseAway, RaceFaults.SameVoter, RaceFaults.CloseRace];

    public async Task<int> Run(CancellationToken stop)
    {
        var only = arguments.Text("only");
        var wanted = All.Where(f => only is null || f.Name == only).ToArray();
        if (wanted.Length == 0)
            throw new Misunderstood($"There is no fault \"{only}\"; there are {string.Join(", ", All.Select(f => f.Name))}.");
        var told = new List<object>();
        var failed = 0;
        foreach (var fault in wanted)
        {
            var verdict = await Play(fault, stop);
            failed += verdict.Passed ? 0 : 1;
            told.Add(new { fault.Name, fault.Promise, bad = arguments.Has("bad"), verdict.Passed, verdict.Figures, verdict.Broken });
        }
        await Report.Write(arguments.Text("json"), told);
        Console.WriteLine($"\n{wanted.Length - failed} passed, {failed} failed{(arguments.Has("bad") ? " (known-bad variants: all must fail)" : "")}");
        return failed == 0 ? 0 : 1;
    }

    private async Task<Verdict> Play(Fault fault, CancellationToken stop)
    {
        var bad = arguments.Has("bad");
        Report.Head($"{fault.Name}{(bad ? ", known-bad" : "")}: {fault.Promise}");
        Verdict verdict;
        await using (var stage = new FaultStage(arguments.Whole("port", 23000), arguments.Whole("voters", 10_000), stop))
        {
            await stage.StartDatabase();
            if (!bad)
                await stage.StartHubs(fault.Needs, fault.Behind);
            else if (fault.Bad == fault.Run) // the same play, on the hub that stores nothing
                await stage.StartMemoryHub();
            verdict = await (bad ? fault.Bad : fault.Run)(stage);
        }
        foreach (var (name, value) in verdict.Figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-64}{value,12:#,0.##}"));
        foreach (var broken in verdict.Broken)
            Console.WriteLine($"  {broken}");
        Console.WriteLine(verdict.Passed ? "PASS" : "FAIL");
        return verdict;
    }
}
