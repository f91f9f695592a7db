namespace Gera.Hub.Bench.Running;

/// <summary>CPU of hub, PostgreSQL, bench and everybody else on the machine between two looks.</summary>
internal sealed class Meter(Hall hall, IStage stage)
{
    private readonly long residentKb = stage.HubIds.Sum(ProcessMeter.ResidentKb);
    private Lap last = Now(hall, stage);

    public long ResidentKbMore() => stage.HubIds.Sum(ProcessMeter.ResidentKb) - residentKb;

    public Lap Lap()
    {
        var (before, now) = (last, Now(hall, stage));
        last = now;
        return new(now.Hub - before.Hub, now.Postgres - before.Postgres, now.Bench - before.Bench, now.Busy - before.Busy, now.Idle - before.Idle);
    }

    private static Lap Now(Hall hall, IStage stage)
    {
        var (busy, idle) = ProcessMeter.Machine();
        return new(ProcessMeter.Cpu(stage.HubIds),
            stage.PostgresId == 0 ? 0 : ProcessMeter.CpuWithChildren(stage.PostgresId),
            ProcessMeter.Cpu(hall.ProcessIds) + ProcessMeter.Cpu(Environment.ProcessId), busy, idle);
    }
}

/// <summary>CPU seconds. <see cref="Busy"/> is the whole machine: what hub, PostgreSQL and bench leave of it was used by others.</summary>
internal sealed record Lap(double Hub, double Postgres, double Bench, double Busy, double Idle)
{
    public void AddTo(Dictionary<string, double> figures, string phase, int voters)
    {
        figures[$"CPU {phase}, hub µs per voter"] = Hub * 1e6 / voters;
        figures[$"CPU {phase}, PostgreSQL µs per voter"] = Postgres * 1e6 / voters;
        figures[$"CPU {phase}, bench µs per voter"] = Bench * 1e6 / voters;
        // Interrupts and the loopback's soft interrupts count here too; much more than those means a noisy run.
        figures[$"CPU {phase}, others % of the machine"] = Math.Max(0, 100 * (Busy - Hub - Postgres - Bench) / (Busy + Idle));
        figures[$"CPU {phase}, idle % of the machine"] = 100 * Idle / (Busy + Idle);
    }
}
