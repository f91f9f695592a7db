using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Gera.Hub.Storage;

/// <summary>
/// The folder that is the server's alone: its data and, beside it, the passwords. Made under another name and renamed when complete,
/// so an initdb that was interrupted leaves nothing that looks like data.
/// </summary>
internal sealed record PostgresHome(string Path, PostgresAccount Account)
{
    private const string Name = "postgres";

    /// <summary>PostgreSQL's own name for it is PGDATA.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    private string PasswordFile => System.IO.Path.Combine(Path, "password");

    /// <summary>Where homes of this hub may be: in its folder, or in the one derived from it.</summary>
    public static IEnumerable<string> Places(HubFolder folder) =>
        [System.IO.Path.Combine(folder.Path, Name), System.IO.Path.Combine(folder.Fallback, Name)];

    /// <summary>The home this hub uses, not yet made.</summary>
    /// <exception cref="StartRefused">The data is there, but its account cannot get to it.</exception>
    public static async Task<PostgresHome> Choose(HubFolder folder, ILogger log, CancellationToken stop)
    {
        var account = await PostgresAccount.Choose(Places(folder), stop);
        var (inside, outside) = (System.IO.Path.Combine(folder.Path, Name), System.IO.Path.Combine(folder.Fallback, Name));
        // Data that lives in one place stays there, whatever became of the folder's rights since.
        if (account.IsLent && folder.FallbackIsOurs && Directory.Exists(outside)) return new PostgresHome(outside, account);
        if (!account.IsLent || await account.Reaches(folder.Path, stop)) return new PostgresHome(inside, account);
        if (Directory.Exists(inside))
            throw new StartRefused($"The database's account can no longer reach its data in {inside}. Let others pass the folders above it (chmod o+x), or give another data folder.");
        log.LogWarning("The database's account cannot reach {Folder}; its data lives in {Fallback} instead.", folder.Path, folder.Fallback);
        if (folder.ClaimFallback() is { } aside)
            log.LogWarning("{Fallback} held data of a folder {Folder} that is gone. It was set aside in {Aside}; delete it when nobody misses it.", folder.Fallback, folder.Path, aside);
        return new PostgresHome(outside, account);
    }

    /// <summary>One line each: the superuser's, the hub's.</summary>
    /// <exception cref="StartRefused">The data belongs to another account.</exception>
    public (string Superuser, string Hub) Passwords()
    {
        try
        {
            return File.ReadAllLines(PasswordFile) is [var superuser, var hub, ..]
                ? (superuser, hub)
                : throw new StartRefused($"{PasswordFile} should have two lines. Restore it, or start with --fresh to lose the data.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefused(
                $"The database in {Path} belongs to another account. Start the hub as that one or as root, or give another data folder.", e);
        }
    }

    /// <summary>Runs initdb where there is no data yet.</summary>
    /// <exception cref="StartRefused">initdb failed, with what it said.</exception>
    public async Task Make(PostgresBinaries binaries, CancellationToken stop)
    {
        if (Directory.Exists(Path)) return;
        var draft = this with { Path = Path + ".new" };
        if (Directory.Exists(draft.Path)) Directory.Delete(draft.Path, recursive: true);
        CreatePrivate(draft.Path);
        await File.WriteAllLinesAsync(draft.PasswordFile, [RandomPassword(), RandomPassword()], stop);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft.PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Account.Own(draft.Path, stop);

        // initdb takes the first line of the file. The C library's locale only classifies letters; ICU sorts.
        string[] locale = OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"] : OperatingSystem.IsWindows() ? ["--locale=C"] : ["--locale=en_US.UTF-8"];
        var (code, said) = await Command.Run(
            Account.Runs([binaries.InitDb, "-D", draft.Data, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={draft.PasswordFile}",
                "-E", "UTF8", "--locale-provider=icu", "--icu-locale=de-DE", .. locale, "--lc-messages=C"]),
            stop);
        if (code != 0) throw new StartRefused($"initdb failed ({code}): {said}");
        Directory.Move(draft.Path, Path);
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string RandomPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
