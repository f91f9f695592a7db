using System.Net;
using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Calendar;

/// <summary>What stands in the calendar was read, takes place when it says, and comes from where it may.</summary>
public sealed class EventTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_waits_for_an_editor_and_nothing_tells_of_it_before()
    {
        var hub = await home.Hub();
        var (anna, rosa) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Editor, "")]));
        var word = "Quittenfest" + anna.Id.ToString("N")[^8..];
        var made = await CalendarTown.Event(anna, word);
        Assert.Equal(EventState.Waiting, made.State);
        using var anyone = Leader.Nobody(hub);
        string[] addresses = [$"/kalender?suche={word}", "/kalender/karte", "/kalender/druck", $"/kalender/{made.Slug}", $"/kalender/{made.Slug}.ics", "/kalender.ics", $"/kalender/vorschau/{made.Slug}.png", "/api/kalender/orte", $"/suche?q={word}", "/sitemap.xml", "/"];
        async Task<string[]> Telling()
        {
            var telling = new List<string>();
            foreach (var address in addresses)
                if ((await anyone.Get(address)).Raw.Replace(made.Slug, "", StringComparison.Ordinal).Replace($"value=\"{word}\"", "", StringComparison.Ordinal).Replace($"suche={word}", "", StringComparison.Ordinal).Replace($"q={word}", "", StringComparison.Ordinal).Replace($"„{word}“", "", StringComparison.Ordinal).Replace($"&#x201E;{word}&#x201C;", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase)) telling.Add(address.Split('?')[0]);
            return [.. telling];
        }
        Assert.Empty(await Telling());
        Assert.Null(await anna.Asks(new RewordEvent(made.Id, 1, CalendarTown.Words(word + " neu"), CalendarTown.Facts)));
        Assert.Equal("event_read_again", await rosa.Asks(new ReviewEvent(made.Id, 1, true, null)));
        Assert.Equal("text_missing", await rosa.Asks(new ReviewEvent(made.Id, 2, false, " ")));
        Assert.Null(await rosa.Asks(new ReviewEvent(made.Id, 2, true, null)));
        Assert.Superset(new HashSet<string>(["/kalender", $"/kalender/{made.Slug}", $"/kalender/{made.Slug}.ics", "/kalender.ics", "/api/kalender/orte"], StringComparer.Ordinal), (await Telling()).ToHashSet());
        // What everybody sees was read by an editor, and stays what was read.
        Assert.Equal("event_only_times", await anna.Asks(new RewordEvent(made.Id, 2, CalendarTown.Words("Werbung"), CalendarTown.Facts)));
        Assert.Equal("not_allowed", await (await Somebody.In(hub)).Asks(new CancelEvent(made.Id, "So nicht.")));
        Assert.Null(await anna.Asks(new CancelEvent(made.Id, "Regen.")));
        Assert.Contains("EventCancelled", (await anyone.Get($"/kalender/{made.Slug}")).Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", true)]
    [InlineData("FREQ=MONTHLY;BYDAY=3MO", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO", false)]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", false)]
    [InlineData("FREQ=SECONDLY", false)]
    [InlineData("FREQ=DAILY\r\nDTSTART:19700101", false)]
    [InlineData("BYDAY=MO", false)]
    public void A_rule_must_go_on_and_begin_with_its_own_first_date(string rule, bool isGood) =>
        Assert.Equal(isGood, CalendarTown.At(new DateTime(2027, 3, 15, 18, 0, 0), rule).Fault() is null);

    [Fact]
    public async Task A_series_without_an_end_goes_on()
    {
        var hub = await home.Hub();
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var made = await CalendarTown.Event(rosa, schedule: CalendarTown.At(new DateTime(2019, 1, 1, 18, 0, 0), "FREQ=DAILY"));
        Assert.True(await hub.Ask<DateTime>("select max(starts_at) from calendar.occurrences where event = $1", made.Id) > TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(700));
        await hub.Tamper("delete from calendar.occurrences where event = $1 and starts_at > now()", made.Id);
        await hub.Tamper("update calendar.horizons set until = now() where event = $1", made.Id);
        Assert.Null((await hub.Door.Send<ExtendHorizon, Done>(new ExtendHorizon(), Caller.Clock, Stop)).Refusal);
        Assert.True(await hub.Ask<DateTime>("select max(starts_at) from calendar.occurrences where event = $1", made.Id) > TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(700));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450:4001::1", true)]
    public void Only_public_addresses_are_asked(string address, bool isOutside) => Assert.Equal(isOutside, OutsideFetch.IsOutside(IPAddress.Parse(address)));

    // Known bad: without the look at what a name means, a feed reads whatever stands on this machine.
    [Fact]
    public async Task A_feed_is_taken_in_once_changes_go_along_and_what_vanished_is_cancelled()
    {
        var text = "";
        var source = WebApplication.CreateSlimBuilder().Build();
        source.Urls.Add("http://127.0.0.1:0");
        source.Run(async http => await http.Response.WriteAsync(text));
        await source.StartAsync(Stop);
        var port = new Uri(source.Urls.Single()).Port;
        await using var _ = source;

        var stranger = await home.Hub();
        var editor = await Somebody.In(stranger, [new(Role.Editor, "")]);
        var outside = await editor.Does<AddFeed, Guid>(new AddFeed("Haus", $"http://localhost:{port}/a.ics", "leben"));
        await editor.Does<TakeFeed, FeedResult>(new TakeFeed(outside));
        Assert.Equal("unreachable", await stranger.Ask<string>("select data ->> 'fault' from hub.mt_doc_feedsource where id = $1", outside));
        Assert.Null(await editor.Asks(new DropFeed(outside)));

        var hub = await home.Own(null, ("Hub:TrustedFeeds:0", "localhost"));
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var feed = await rosa.Does<AddFeed, Guid>(new AddFeed("Verein", $"http://localhost:{port}/a.ics", "leben"));
        string Entry(string uid, string start, string summary, string more = "") => $"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:{start}\r\nDURATION:PT2H\r\nSUMMARY:{summary}\r\n{more}END:VEVENT\r\n";
        string Calendar(params string[] entries) => "\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//\r\n" + string.Concat(entries) + "END:VCALENDAR\r\n";
        async Task<FeedResult> Take() => await rosa.Does<TakeFeed, FeedResult>(new TakeFeed(feed));
        // Among good ones: an unknown zone, a rule that never comes, a length nobody lives to see.
        text = Calendar(Entry("a", "20370301T180000", "Erstes"), Entry("b", "20370302T180000", "Zweites"), "BEGIN:VEVENT\r\nUID:c\r\nDTSTART;TZID=Foo/Bar:20370301T180000\r\nSUMMARY:Zone\r\nEND:VEVENT\r\n",
            Entry("d", "20370301T180000", "Regel", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"), "BEGIN:VEVENT\r\nUID:e\r\nDTSTART:20370301T180000\r\nDURATION:P99999999D\r\nSUMMARY:Lang\r\nEND:VEVENT\r\n");
        Assert.Equal(new FeedResult(2, 2), await Take());
        Assert.Equal(new FeedResult(2, 0), await Take());
        text = Calendar(Entry("a", "20370301T190000", "Erstes, später"));
        Assert.Equal(new FeedResult(1, 2), await Take());
        Assert.Equal("Published Cancelled", await hub.Ask<string>("select string_agg(e.state, ' ' order by w.title) from hub.mt_doc_cityevent e join calendar.words w on w.event = e.id and w.is_current where e.source = $1", feed.ToString()));
        Assert.Equal(new DateTime(2037, 3, 1, 18, 0, 0, DateTimeKind.Utc), await hub.Ask<DateTime>("select min(o.starts_at) from calendar.occurrences o join hub.mt_doc_cityevent e on e.id = o.event where e.source = $1", feed.ToString()));
        text = "<html>kein Kalender</html>";
        Assert.Equal(0, (await Take()).Changed);
        Assert.Equal("unreadable", await hub.Ask<string>("select data ->> 'fault' from hub.mt_doc_feedsource where id = $1", feed));
        text = Calendar(Entry("a", "20370301T190000", "Erstes, später"), Entry("b", "20370302T180000", "Zweites"));
        Assert.Equal(new FeedResult(2, 1), await Take());
    }
}
