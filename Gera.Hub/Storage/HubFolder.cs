using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.Storage;

/// <summary>
/// The hub's data folder, owned by one living hub: an exclusive lock on <c>hub.lock</c> in it lasts as long as the hub, and the
/// operating system lets go of it however the hub ends. The file also tells that a hub has lived here.
/// </summary>
internal sealed class HubFolder : IDisposable
{
    /// <summary>Folder of pictures and other files, below the data folder.</summary>
    public const string FilesName = "files";

    private const string LockFile = "hub.lock", IdFile = "hub.id";
    private readonly FileStream hold;
    private readonly bool foreign;

    private HubFolder(string path, FileStream hold, bool foreign)
    {
        Path = path;
        this.hold = hold;
        this.foreign = foreign;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
        Fallback = System.IO.Path.Combine(Shelf, name);
    }

    /// <summary>Without links in it.</summary>
    public string Path { get; }

    /// <summary>
    /// Where the server's files go when its account cannot get to <see cref="Path"/>; always the same for the same path.
    /// Only a hub started as root lends its server an account and needs it.
    /// </summary>
    public string Fallback { get; }

    /// <summary>Log files, the server's and the hub's.</summary>
    public string Logs => LogsIn(Path);

    /// <summary>A folder of the system's that every account can pass.</summary>
    public static string Shelf => "/var/lib/gera-hub";

    /// <summary>Whether <see cref="Fallback"/> was made for this very folder, not for one of the same path that is gone.</summary>
    public bool FallbackIsOurs => IdIn(Fallback) is { } id && id == IdIn(Path);

    /// <summary>
    /// Makes <see cref="Fallback"/>, and ties it to this folder by an id in both. What was left there by a folder of the same path that has been
    /// deleted since is set aside: whoever deleted it does not expect its data back, but nobody asked for theirs to be lost either.
    /// </summary>
    /// <returns>Where the old data went; null when there was none.</returns>
    public string? ClaimFallback()
    {
        string? aside = null;
        if (Directory.Exists(Fallback) && !FallbackIsOurs)
        {
            for (var number = 1; aside is null || Directory.Exists(aside); number++) aside = $"{Fallback}.old{number}";
            Directory.Move(Fallback, aside);
        }
        Directory.CreateDirectory(Fallback);
        var id = IdIn(Path) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        foreach (var place in new[] { Path, Fallback }) File.WriteAllText(System.IO.Path.Combine(place, IdFile), id);
        return aside;
    }

    /// <exception cref="StartRefused">Another living hub owns the folder, or it cannot be written to.</exception>
    public static HubFolder Own(string directory)
    {
        try
        {
            var path = Posix.RealPath(Directory.CreateDirectory(directory).FullName);
            var lockPath = System.IO.Path.Combine(path, LockFile);
            var strangers = !File.Exists(lockPath) && Directory.EnumerateFileSystemEntries(path).Any(entry => entry != LogsIn(path) && entry != MailIn(path) && entry != System.IO.Path.Combine(path, FilesName));
            return new HubFolder(path, new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), strangers);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefused(
                $"The data folder {directory} cannot be written to by this account ({Environment.UserName}). Start the hub as the account that made it, or give another folder.", e);
        }
        catch (IOException e) when (File.Exists(System.IO.Path.Combine(directory, LockFile)))
        {
            throw new StartRefused(
                $"Another hub that is running owns the data folder {directory}. Stop it first, or give another folder.", e);
        }
        catch (IOException e)
        {
            throw new StartRefused($"The data folder {directory} cannot be made or written to: {e.Message}", e);
        }
    }

    /// <summary>
    /// Removes all that earlier runs left here and in <see cref="Fallback"/>. The log of this very run stays, and so does
    /// a folder in which no hub has lived: somebody may have mistyped it.
    /// </summary>
    /// <returns>False when strangers' files were left in place.</returns>
    public bool Empty()
    {
        if (Directory.Exists(Shelf))
            foreach (var place in Directory.EnumerateDirectories(Shelf, System.IO.Path.GetFileName(Fallback) + "*")) Directory.Delete(place, recursive: true);
        if (foreign) return false;
        foreach (var folder in Directory.EnumerateDirectories(Path).Where(folder => folder != Logs)) Delete(folder);
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => file != hold.Name)) File.Delete(file);

        // The log of this very run is open already.
        using var self = Process.GetCurrentProcess();
        var started = self.StartTime.ToUniversalTime();
        if (!Directory.Exists(Logs)) return true;
        foreach (var old in Directory.EnumerateFiles(Logs).Where(file => File.GetLastWriteTimeUtc(file) < started)) File.Delete(old);
        return true;
    }

    public void Dispose() => hold.Dispose();

    private static string? IdIn(string folder) => System.IO.Path.Combine(folder, IdFile) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    private static string LogsIn(string path) => System.IO.Path.Combine(path, "logs");

    /// <summary>Mails of a hub that was given a database but no mail server.</summary>
    private static string MailIn(string path) => System.IO.Path.Combine(path, "mail");

    private static void Delete(string folder)
    {
        // A link is removed, not followed.
        if (File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint)) Directory.Delete(folder);
        else Directory.Delete(folder, recursive: true);
    }
}
