using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gera.Hub.Storage;

/// <summary>The three things of the operating system that .NET does not offer: signals by number, real paths, and who sits in a folder.</summary>
internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    /// <summary>False when the process is gone or not ours.</summary>
    public static bool Send(int processId, int signal) => NativeKill(processId, signal) == 0;

    /// <summary>The path without links in it; PostgreSQL and /proc know a folder by this name only.</summary>
    public static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (OperatingSystem.IsWindows()) return full;
        var real = NativeRealPath(Encoding.UTF8.GetBytes(full + '\0'), IntPtr.Zero);
        if (real == IntPtr.Zero) return full;
        try
        {
            return Marshal.PtrToStringUTF8(real)!;
        }
        finally
        {
            NativeFree(real);
        }
    }

    /// <summary>
    /// The living processes whose current folder this is: a postmaster and all its children, as each of them sits in its data folder.
    /// Zombies sit nowhere, so an orphan nobody has reaped does not look alive.
    /// </summary>
    public static IReadOnlyList<int> ProcessesIn(string directory)
    {
        if (!Directory.Exists("/proc/self")) return [];
        return [.. Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && SitsIn(id, directory))];
    }

    private static bool SitsIn(int processId, string directory)
    {
        try
        {
            var folder = new FileInfo($"/proc/{processId}/cwd").LinkTarget;
            return (folder == directory || folder == directory + " (deleted)")
                && File.ReadAllText($"/proc/{processId}/comm").StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int NativeKill(int processId, int signal);

    [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
    private static extern IntPtr NativeRealPath(byte[] path, IntPtr buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void NativeFree(IntPtr memory);
}
