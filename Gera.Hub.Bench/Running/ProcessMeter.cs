using System.Globalization;

namespace Gera.Hub.Bench.Running;

/// <summary>What the kernel says of a process, read from /proc; times in seconds (ticks of 10 ms), memory in KB.</summary>
internal static class ProcessMeter
{
    private const double TicksPerSecond = 100;

    public static double Cpu(IEnumerable<int> processes) => processes.Sum(Cpu);

    public static double Cpu(int process) => Fields(process) is { } f ? (Number(f[11]) + Number(f[12])) / TicksPerSecond : 0;

    /// <summary>A process with its living children and those it already buried: what PostgreSQL needs as a whole.</summary>
    public static double CpuWithChildren(int parent)
    {
        var own = Fields(parent) is { } f ? (Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14])) / TicksPerSecond : 0;
        return own + Children(parent).Sum(Cpu);
    }

    public static IEnumerable<int> Children(int parent) =>
        Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0 && Fields(id) is { } f && Number(f[1]) == parent);

    /// <summary>Of the whole machine since its start: what all its cores did and how long they idled.</summary>
    public static (double Busy, double Idle) Machine()
    {
        var f = Lines("/proc/stat")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(Number).ToArray();
        var idle = f[3] + f[4];
        return ((f[..8].Sum() - idle) / TicksPerSecond, idle / TicksPerSecond);
    }

    public static long ResidentKb(int process) => Status(process, "VmRSS:");

    private static long Status(int process, string name)
    {
        foreach (var line in Lines($"/proc/{process}/status"))
            if (line.StartsWith(name, StringComparison.Ordinal))
                return Number(line[name.Length..].Trim().Split(' ')[0]);
        return 0;
    }

    /// <summary>The fields of stat after the name in brackets, which may hold blanks: state, parent, …</summary>
    private static string[]? Fields(int process)
    {
        var line = Lines($"/proc/{process}/stat").FirstOrDefault();
        return line?[(line.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException) // it ended meanwhile
        {
            return [];
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
