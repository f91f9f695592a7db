using System.Diagnostics;
using System.Globalization;

namespace Gera.Hub.Tests.Storage;

/// <summary>Folders that go away: with their test, or, when a run was killed, with the next run.</summary>
internal static class TempFolders
{
    private const string Prefix = "gera-hub-test-";
    private static int count;

    static TempFolders()
    {
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(old => !IsInUse(old))) Remove(old);
    }

    /// <summary>Open to other accounts, unlike .NET's own temporary folders: as root the database runs under another one.</summary>
    public static string Create() => Directory.CreateDirectory(Path.Combine(
        Path.GetTempPath(),
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref count)}"))).FullName;

    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Another account's run; its next one will.
        }
        catch (DirectoryNotFoundException)
        {
            // Two runs tidied up at once.
        }
    }

    private static bool IsInUse(string folder)
    {
        var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
        return int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Process.GetProcesses().Any(process => process.Id == id);
    }
}
