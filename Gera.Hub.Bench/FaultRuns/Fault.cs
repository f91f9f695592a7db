using Gera.Hub.Bench.Running;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>One line of the guards, run with real processes.</summary>
/// <param name="Needs">Hub processes.</param>
/// <param name="Behind">The hub reaches its database through the proxy.</param>
/// <param name="Run">The fault itself.</param>
/// <param name="Bad">A known-bad stand-in that the same judgement must call FAIL.</param>
internal sealed record Fault(string Name, string Promise, int Needs, bool Behind, Func<FaultStage, Task<Verdict>> Run, Func<FaultStage, Task<Verdict>> Bad);

/// <summary>Figures, and the conditions that were not met.</summary>
internal sealed class Verdict
{
    public Dictionary<string, double> Figures { get; } = [];
    public List<string> Broken { get; } = [];
    public bool Passed => Broken.Count == 0;

    /// <param name="most">The figure may not be above it.</param>
    public Verdict Most(string name, double value, double most)
    {
        Figures[name] = value;
        if (!(value <= most)) // so that NaN, "never measured", is broken too
            Broken.Add($"{name} is {value:0.##}, allowed {most:0.##}");
        return this;
    }

    public Verdict Exactly(string name, double value, double right)
    {
        Figures[name] = value;
        if (value != right)
            Broken.Add($"{name} is {value:0.##}, not {right:0.##}");
        return this;
    }

    public Verdict Least(string name, double value, double least)
    {
        Figures[name] = value;
        if (!(value >= least))
            Broken.Add($"{name} is {value:0.##}, too few to prove anything (at least {least:0.##})");
        return this;
    }

    public Verdict Note(string name, double value)
    {
        Figures[name] = value;
        return this;
    }

    /// <summary>Acknowledged against kept: nothing lost, nothing twice, nothing for another option.</summary>
    public Verdict Kept(long[] acknowledged, FactCount kept)
    {
        var lost = acknowledged.Zip(kept.Votes, (told, there) => Math.Max(0, told - there)).Sum();
        var more = acknowledged.Zip(kept.Votes, (told, there) => Math.Max(0, there - told)).Sum();
        return Note("acknowledged", acknowledged.Sum()).Exactly("lost", lost, 0).Exactly("kept beyond those acknowledged", more, 0)
            .Exactly("doubled", kept.Ballots - kept.Marks, 0);
    }
}
