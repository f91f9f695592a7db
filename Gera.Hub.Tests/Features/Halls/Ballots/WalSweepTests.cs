using Gera.Hub.Tests.Storage;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>The write-ahead log tells which mark came with which ballots; on the embedded database it goes with the box. Known-bad: without the sweep both canaries stay.</summary>
public sealed class WalSweepTests
{
    private static readonly object Draft = new { question = "Wofür?", kind = "points", options = new[] { "Park", "Bad", "Bus" }, spread = 1000, secret = true };

    /// <summary>A choice nobody else makes, as it lies in a row: option and points in turn.</summary>
    private static readonly int[] Canary = [1, 617, 2, 173, 3, 210];

    [Fact]
    public async Task Once_a_secret_box_is_open_no_segment_tells_of_the_time_before()
    {
        var folder = TempFolders.Create();
        try
        {
            await using var hub = await RunningHub.Embedded(folder);
            using var jonas = await Leader.LogIn(hub, "leader", 0);
            var (code, _) = await jonas.Session();
            var poll = await jonas.Open(code, Draft);
            await using var crowd = await Crowd.Join(hub, code, 6);
            await Task.WhenAll(crowd.Voters.Select(v => v.Vote(poll, Canary.Chunk(2).ToArray())));
            var wal = Path.Combine(await hub.Ask<string>("show data_directory"), "pg_wal");
            // A record of a row begins with its file: tablespace, database and number of the table.
            var box = await hub.Ask<byte[]>("select int4send(t.oid::int) || int4send(d.oid::int) || int4send(pg_relation_filenode($1::text::regclass)::int) from pg_tablespace t, pg_database d where t.spcname = 'pg_default' and d.datname = current_database()",
                HallTables.SecretBox(Guid.Parse(poll)).Ballots);
            byte[][] canaries = [[.. Canary.SelectMany(BitConverter.GetBytes)], [.. box.Chunk(4).SelectMany(part => part.Reverse())]];
            Assert.All(canaries, canary => Assert.True(Holds(wal, canary), "The canary is not where it should be while the poll is open."));

            await jonas.Close(poll);

            await Eventually.Holds(() => !canaries.Any(canary => Holds(wal, canary)), "The write-ahead log still tells of the ballots.", TimeSpan.FromSeconds(30));
        }
        finally
        {
            TempFolders.Remove(folder);
        }
    }

    private static bool Holds(string wal, byte[] canary) => Directory.EnumerateFiles(wal).Any(segment =>
    {
        try
        {
            return File.ReadAllBytes(segment).AsSpan().IndexOf(canary) >= 0;
        }
        catch (FileNotFoundException)
        {
            // Removed by the checkpoint while we looked.
            return false;
        }
    });
}
