using System.Text.Json;
using Gera.Hub.Features.Halls.Papers;
using Gera.Hub.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Papers;

/// <summary>The page "Zählung nachrechnen" and the record behind it, read from the store page by page.</summary>
public sealed class RecountTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_is_counted_again_once_for_each_version()
    {
        var hub = await home.Hub();
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code);
        await Cast(hub, poll, 3);
        var (desk, id) = (hub.Services.GetRequiredService<RecountDesk>(), Guid.Parse(poll));
        var first = await Look(desk, code, id);
        Assert.Equal((3L, "none"), (first.Size, first.Finding.Problem));
        Assert.Same(first.Record, (await Look(desk, code, id)).Record);

        await Cast(hub, poll, 2);
        await Eventually.Holds(async () => (await Look(desk, code, id)).Size == 5, "A new version was not read.", TimeSpan.FromSeconds(5));
        var second = await Look(desk, code, id);
        Assert.Same(second.Record, (await Look(desk, code, id)).Record);

        await jonas.Close(poll);
        var closed = await Look(desk, code, id);
        Assert.Equal((second.Record.Head, "none"), (closed.Record.SealedHead, closed.Finding.Problem));
        Assert.Same(closed.Record, (await Look(desk, code, id)).Record);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Entries_read_in_pages_are_those_of_the_record(bool secret)
    {
        var hub = await home.Hub();
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Welche Farbe?", kind = "single", options = new[] { "Rot", "Grün", "Blau" }, secret });
        await Cast(hub, poll, 230);
        // The second process has a box of its own, so a page crosses from one box to the other.
        if (!secret) await Cast(await home.Second(), poll, 20);
        else await Cast(hub, poll, 20);
        Assert.Equal("closed", (await jonas.Close(poll))["state"].GetString());

        var (desk, id) = (hub.Services.GetRequiredService<RecountDesk>(), Guid.Parse(poll));
        var sheet = await Look(desk, code, id);
        Assert.Equal((250L, 3, "none"), (sheet.Size, sheet.Pages, sheet.Finding.Problem));
        Assert.Equal((3, 1, 1), (sheet.Nearest(99), sheet.Nearest(-1), sheet.Nearest(null)));
        var record = JsonSerializer.Deserialize<PublicRecord>((await jonas.Get($"/api/live/polls/{poll}/record")).Raw, JsonSerializerOptions.Web)!;
        Assert.True(Verifier.Check(record, sheet.Poll.Rules).IsFine);
        Assert.True(secret ? record.Boxes.Length == 1 : record.Boxes.Length > 1);
        List<(string, RecordEntry)> pages = [];
        for (var page = 1; page <= sheet.Pages; page++) pages.AddRange(await desk.Page(sheet, page, Stop));
        Assert.Equal(record.Boxes.SelectMany(b => b.Entries, (b, e) => (b.Box, e)), pages);
        var seen = await jonas.Get($"/live/{code}/zaehlung/{poll}?seite=3");
        Assert.Contains(pages[^1].Item2.Hash[..8], seen.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(pages[0].Item2.Hash[..8], seen.Raw.Replace(record.Head, "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (secret) return;
        var receipt = JsonDocument.Parse(pages[41].Item2.Payload).RootElement.GetProperty("receipt").GetString()!;
        Assert.Equal((pages[41].Item2.Height, pages[41].Item2.Payload), Assert.Single(await desk.Look(sheet, receipt.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), Stop)));
    }

    /// <summary>A whole city votes, and everybody counts again.</summary>
    [Theory, InlineData(false), InlineData(true), Trait("Lane", "slow")]
    public async Task A_hundred_thousand_ballots_are_counted_again_in_little_time_and_memory(bool secret)
    {
        const int many = 100_000;
        var hub = await home.Hub();
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Welche Farbe?", kind = "single", options = new[] { "Rot", "Grün", "Blau" }, secret });
        await Cast(hub, poll, many);
        await jonas.Close(poll);
        using var someone = new HttpClient { BaseAddress = hub.Address };
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var (what, path) in new[] { ("first look", $"/live/{code}/zaehlung/{poll}"), ("second look", $"/live/{code}/zaehlung/{poll}?seite=500"), ("record", $"/api/live/polls/{poll}/record") })
        {
            var before = Collected();
            var (peak, allocated) = (before, GC.GetTotalAllocatedBytes());
            using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 5);
            // The processor's time is judged, since a machine of the tests has other things to do as well.
            var (begun, worked) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await using var body = await someone.GetStreamAsync(new Uri(path, UriKind.Relative), Stop);
            var (buffer, length) = (new byte[1 << 16], 0L);
            for (int read; (read = await body.ReadAsync(buffer, Stop)) > 0;) length += read;
            var took = TimeProvider.System.GetElapsedTime(begun);
            worked = Environment.CpuUsage.TotalTime - worked;
            var kept = Collected() - before;
            output.WriteLine($"secret {secret}, {what}: {took.TotalMilliseconds:0} ms ({worked.TotalMilliseconds:0} ms of the processor), {length / 1e6:0.00} MB sent, {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:0} MB allocated, {(peak - before) / 1e6:0} MB at most at once, {kept / 1e6:0.0} MB kept");
            Assert.True(worked < TimeSpan.FromSeconds(what == "second look" ? 1 : 3), $"{what}: {worked}");
            Assert.True(peak - before < 100_000_000, $"{what} takes {peak - before} bytes.");
            Assert.True(kept < 20_000_000, $"{what} keeps {kept} bytes.");
        }
    }

    private static long Collected()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(true);
    }

    private static async Task<Recount> Look(RecountDesk desk, string code, Guid poll)
    {
        var (view, found) = (await desk.Find(code, poll))!.Value;
        return (await desk.Of(view, found, Stop))!;
    }

    /// <summary>Ballots of as many new voters, straight into the box of that hub.</summary>
    private static async Task Cast(RunningHub hub, string poll, int voters)
    {
        var id = Guid.Parse(poll);
        var rules = (await hub.Services.GetRequiredService<LiveHalls>().ByPoll(id))!.Find(id)!.Rules;
        var box = hub.Services.GetRequiredService<BallotBox>();
        var choices = Enumerable.Range(1, 3).Select(n => Choice.Of([n], rules).Value).ToArray();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(voters, 4_000)).Select(async _ =>
        {
            for (int voter; (voter = Interlocked.Increment(ref next)) <= voters;)
            {
                var answer = await box.Cast(new Casting(id, rules, Guid.CreateVersion7(Some.Evening), $"{voter}", choices[voter % 3], null));
                Assert.Equal(VoteAnswer.Counted, answer.Status);
            }
        }));
    }
}
