using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage.Files;

/// <summary>Files in the folder <c>files</c> below the data directory. Several processes need the same folder.</summary>
internal sealed class DiskShelf(IOptions<HubOptions> hub) : IShelf
{
    private readonly string root = Path.Combine(Path.GetFullPath(hub.Value.DataDirectory), HubFolder.FilesName);

    public async Task Put(string key, ReadOnlyMemory<byte> content, string type, CancellationToken stop)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whole or not at all: a reader never meets half a file.
        var half = path + ".part";
        await File.WriteAllBytesAsync(half, content, stop);
        File.Move(half, path, overwrite: true);
    }

    public Task<Stream?> Open(string key, CancellationToken stop)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true) : null);
    }

    public Task Remove(string key, CancellationToken stop)
    {
        var path = PathOf(key);
        if (File.Exists(path)) File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        return Task.CompletedTask;
    }

    private string PathOf(string key) => Path.Combine(root, FileKey.Checked(key));
}
