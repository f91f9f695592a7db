using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.Storage;

/// <summary>
/// The hub's data folder, owned by one living hub: an exclusive lock on <c>hub.lock</c> in it lasts as long as the hub, and the
/// operating system lets go of it however the hub ends. The file also tells that a hub has lived here.
/// </summary>
internal sealed class HubFolder : IDisposable
{
    private const string LockFile = "hub.lock";
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

    /// <summary>A folder of the system's that every account can pass.</summary>
    public static string Shelf => "/var/lib/gera-hub";

    /// <exception cref="InvalidOperationException">Another living hub owns the folder, or it cannot be written to.</exception>
    public static HubFolder Own(string directory)
    {
        try
        {
            var path = Posix.RealPath(Directory.CreateDirectory(directory).FullName);
            var lockPath = System.IO.Path.Combine(path, LockFile);
            var strangers = !File.Exists(lockPath) && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsOfThisRun(entry));
            return new HubFolder(path, new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), strangers);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidOperationException(
                $"The data folder {directory} cannot be written to by this account ({Environment.UserName}). Start the hub as the account that made it, or give another folder.", e);
        }
        catch (IOException e) when (File.Exists(System.IO.Path.Combine(directory, LockFile)))
        {
            throw new InvalidOperationException(
                $"Another hub that is running owns the data folder {directory}. Stop it first, or give another folder.", e);
        }
    }

    /// <summary>
    /// Removes all that earlier runs left here and in <see cref="Fallback"/>. What this very run has written (its log) stays, and so does
    /// a folder in which no hub has lived: somebody may have mistyped it.
    /// </summary>
    /// <returns>False when strangers' files were left in place.</returns>
    public bool Empty()
    {
        if (Directory.Exists(Fallback)) Directory.Delete(Fallback, recursive: true);
        if (foreign) return false;
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path)) Remove(entry);
        return true;
    }

    public void Dispose() => hold.Dispose();

    private static void Remove(string entry)
    {
        if (File.GetAttributes(entry) is var kind && kind.HasFlag(FileAttributes.Directory) && !kind.HasFlag(FileAttributes.ReparsePoint))
        {
            if (IsOfThisRun(entry)) foreach (var inner in Directory.EnumerateFileSystemEntries(entry)) Remove(inner);
            else Directory.Delete(entry, recursive: true);
        }
        else if (System.IO.Path.GetFileName(entry) != LockFile && !IsOfThisRun(entry)) File.Delete(entry);
    }

    /// <summary>Whether this very process wrote it: a log that is open already when the store starts.</summary>
    private static bool IsOfThisRun(string entry)
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var started = self.StartTime.ToUniversalTime();
        return File.Exists(entry)
            ? File.GetLastWriteTimeUtc(entry) >= started
            : Directory.EnumerateFiles(entry, "*", SearchOption.TopDirectoryOnly).Any(file => File.GetLastWriteTimeUtc(file) >= started);
    }
}
