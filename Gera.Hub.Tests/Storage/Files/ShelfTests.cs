using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Microsoft.Extensions.Options;
using Xunit;

namespace Gera.Hub.Tests.Storage.Files;

/// <summary>Files on disk and in an S3-compatible storage behave alike.</summary>
public sealed class ShelfTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_disk()
    {
        var folder = TempFolders.Create();
        await Behaves(new DiskShelf(Options.Create(new HubOptions { DataDirectory = folder })));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "files", "probe")));
        TempFolders.Remove(folder);
    }

    [Fact]
    public async Task In_an_S3_compatible_storage()
    {
        await using var server = await S3Server.Start();
        using var shelf = new S3Shelf(new S3Options { Server = server.Address, Bucket = S3Server.Bucket, Key = S3Server.Key, Secret = S3Server.Secret });
        await Behaves(shelf);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_error_and_not_an_empty_shelf()
    {
        await using var server = await S3Server.Start();
        using var shelf = new S3Shelf(new S3Options { Server = server.Address, Bucket = S3Server.Bucket, Key = S3Server.Key, Secret = "falsch" });
        await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() => shelf.Open("probe/a.webp", Stop));
    }

    [Theory]
    [InlineData("../x.webp")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("a//b.webp")]
    [InlineData("a/..\\b.webp")]
    [InlineData("a.webp/../b.webp")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_no_name(string key)
    {
        var shelf = new DiskShelf(Options.Create(new HubOptions { DataDirectory = "/nowhere" }));
        await Assert.ThrowsAsync<ArgumentException>(() => shelf.Put(key, new byte[] { 1 }, "image/webp", Stop));
    }

    private static async Task Behaves(IShelf shelf)
    {
        const string key = "probe/0192aa/480.webp";
        Assert.Null(await shelf.Open(key, Stop));
        await shelf.Put(key, new byte[] { 1, 2, 3 }, "image/webp", Stop);
        await shelf.Put(key, new byte[] { 4, 5 }, "image/webp", Stop);
        Assert.Equal([4, 5], await Read(shelf, key));
        await shelf.Remove(key, Stop);
        await shelf.Remove(key, Stop);
        Assert.Null(await shelf.Open(key, Stop));
    }

    private static async Task<byte[]> Read(IShelf shelf, string key)
    {
        await using var stream = await shelf.Open(key, Stop);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }
}
