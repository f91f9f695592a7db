using System.Diagnostics;
using System.Net;
using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Calendar;

/// <summary>What somebody sees who subscribed: read by a parser that is not the hub's.</summary>
public sealed class CalendarFeedTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_subscribed_learns_of_a_moved_and_a_cancelled_date()
    {
        var hub = await home.Hub();
        var (rosa, word) = (await Somebody.In(hub, [new(Role.Editor, "")]), Word());
        var first = new DateTime(2027, 3, 15, 18, 0, 0);
        // Mondays over the night in which the clocks change (28 March 2027), without Easter Monday.
        var made = await rosa.Does<SubmitEvent, EventTaken>(new SubmitEvent(NewId(), CalendarTown.Words(word), CalendarTown.Facts, CalendarTown.At(first, "FREQ=WEEKLY;BYDAY=MO", new DateOnly(2027, 4, 19)), false) { LeftOut = [first.AddDays(14)] });
        using var http = new HttpClient { BaseAddress = hub.Address };
        var address = new Uri($"/kalender/{made.Slug}.ics", UriKind.Relative);
        var before = await http.GetAsync(address, Stop);
        var bytes = await before.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(["2027-03-15T17:00", "2027-03-22T17:00", "2027-04-05T16:00", "2027-04-12T16:00", "2027-04-19T16:00"], (await Read(bytes)).Select(d => d.Start));
        Assert.Equal(bytes, await http.GetByteArrayAsync(address, Stop));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again, Stop)).StatusCode);

        Assert.Null(await rosa.Asks(new ChangeDate(made.Id, first.AddDays(7), DateFate.Moved, first.AddDays(8), first.AddDays(8).AddHours(2), "Der Saal ist belegt.")));
        Assert.Null(await rosa.Asks(new ChangeDate(made.Id, first.AddDays(28), DateFate.Cancelled, null, null, "Krank.")));
        var after = await Read(await http.GetByteArrayAsync(address, Stop));
        Assert.Equal(["2027-03-15T17:00", "2027-03-23T17:00", "2027-04-05T16:00", "2027-04-12T16:00", "2027-04-19T16:00"], after.Select(d => d.Start));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"], after.Select(d => d.Status));
        Assert.Single(after.Select(d => d.Uid).Distinct());
        Assert.All(after, d => Assert.Equal((2, word), (d.Sequence, d.Summary)));

        // An hour later, all of it: what was said of single dates goes along.
        Assert.Null(await rosa.Asks(new MoveEvent(made.Id, CalendarTown.At(first.AddHours(1), "FREQ=WEEKLY;BYDAY=MO", new DateOnly(2027, 4, 19)), "Später")));
        var moved = await Read(await http.GetByteArrayAsync(address, Stop));
        Assert.Equal(["2027-03-15T18:00", "2027-03-23T18:00", "2027-04-05T17:00", "2027-04-12T17:00", "2027-04-19T17:00"], moved.Select(d => d.Start));
        Assert.Equal("CANCELLED", moved[3].Status);
        Assert.Null(await rosa.Asks(new CancelEvent(made.Id, "Fällt aus.")));
        var off = await Read(await http.GetByteArrayAsync(address, Stop));
        Assert.All(off, d => Assert.Equal("CANCELLED", d.Status));
        Assert.True(off[0].Sequence > moved[0].Sequence);
    }

    [Fact]
    public async Task Feeds_are_of_what_their_address_says_and_take_every_word_as_a_word()
    {
        var hub = await home.Hub();
        var (rosa, word) = (await Somebody.In(hub, [new(Role.Editor, "")]), Word());
        var hostile = $"{word}; BEGIN:VEVENT\r\nSUMMARY:Falsch, <script>alert(1)</script> \u202Ekehrt \"x\" \\n";
        var mine = await CalendarTown.Event(rosa, hostile, facts: CalendarTown.Facts with { Theme = "arbeiten", District = "Zwötzen", Group = "wirtschaft" });
        var draft = await rosa.Does<SubmitEvent, EventTaken>(new SubmitEvent(NewId(), CalendarTown.Words(word + " Entwurf"), CalendarTown.Facts with { District = "Zwötzen" }, CalendarTown.Evening, true));
        using var http = new HttpClient { BaseAddress = hub.Address };
        foreach (var (address, isIn) in new[] { ("/kalender.ics", true), ("/kalender.ics?thema=arbeiten", true), ("/kalender.ics?stadtteil=Zw%C3%B6tzen&gruppe=wirtschaft", true), ("/kalender.ics?thema=wohnen", false), ("/kalender.ics?stadtteil=Aga", false) })
        {
            var read = (await Read(await http.GetByteArrayAsync(new Uri(address, UriKind.Relative), Stop))).Where(d => d.Summary.Contains(word, StringComparison.Ordinal)).ToArray();
            Assert.Equal(isIn ? 1 : 0, read.Length);
            Assert.All(read, d => Assert.Equal($"{mine.Id:N}@gera.hub", d.Uid));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"/kalender/{draft.Slug}.ics", UriKind.Relative), Stop)).StatusCode);
        var page = await http.GetStringAsync(new Uri("/kalender/" + mine.Slug, UriKind.Relative), Stop);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("EventScheduled", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_address_shows_what_is_ones_own_and_dies_at_once()
    {
        var hub = await home.Hub();
        var (rosa, anna) = (await Somebody.In(hub, [new(Role.Editor, "")]), await Somebody.In(hub));
        var made = await CalendarTown.WithSeats(rosa, 5, Word());
        Assert.Null(await anna.Asks<Gera.Hub.Features.Calendar.Seats.TakeSeat, Gera.Hub.Features.Calendar.Seats.SeatTaken>(new(made.Id, CalendarTown.Evening.Start, "Anna", null, true, [""], "de")));
        Assert.Null(await anna.Asks(new SetMyFeed(true)));
        var feeds = hub.Services.GetRequiredService<MyFeeds>();
        var path = (await feeds.Path(anna.Id, Stop))!;
        using var http = new HttpClient { BaseAddress = hub.Address };
        Assert.Equal([$"{made.Id:N}@gera.hub"], (await Read(await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop))).Select(d => d.Uid));
        Assert.Null(await anna.Asks(new SetMyFeed(true)));
        Assert.NotEqual(path, await feeds.Path(anna.Id, Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(path, UriKind.Relative), Stop)).StatusCode);
    }

    internal sealed record ReadDate(string Start, string Status, int Sequence, string Uid, string Summary);

    /// <summary>Every date between 2026 and 2030.</summary>
    internal static async Task<IReadOnlyList<ReadDate>> Read(byte[] calendar)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, calendar);
            var start = new ProcessStartInfo("node", [Path.Combine(Source.Hub, "..", "Gera.Hub.Tests", "Features", "Calendar", "expand.mjs"), file, "2026-01-01", "2030-01-01"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var node = Process.Start(start)!;
            var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync();
            Assert.Equal("", await complained);
            return [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', 5)).Select(p => new ReadDate(p[0][..16], p[1], int.Parse(p[2], System.Globalization.CultureInfo.InvariantCulture), p[3], p[4]))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static string Word() => "Flussfest" + NewId().ToString("N")[^8..];
}
