using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>A voter whose telephone slept, and one who lets the time run out.</summary>
public sealed class SleepJourneys(HubFixture home, Browser browser)
{
    private static readonly string[] Places = ["Küchengarten", "Biermannplatz", "Uferweg"];

    [Fact]
    public async Task A_page_that_wakes_shows_what_is_asked_now()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var first = await jonas.Open(code, new { question = "Wo zuerst?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await ada.Sees("Wo zuerst?");
        var device = await ada.Page.Context.NewCDPSessionAsync(ada.Page);
        await device.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "frozen" });
        await jonas.Close(first);
        var second = await jonas.Open(code, new { question = "Und wo danach?", kind = "single", options = Places });
        await device.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "active" });
        await ada.Sees("Und wo danach?");
        await ada.SeesNothingOf("Wo zuerst?");
        await ada.Page.GetByText("Uferweg").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Uferweg");
        Assert.Equal(1, (await jonas.Get($"/api/live/polls/{second}"))["voters"].GetInt32());
    }

    [Fact]
    public async Task A_countdown_runs_out_before_the_voters_eyes()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo zuerst?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await ada.Page.GetByText("Uferweg").First.ClickAsync();
        Assert.True((await jonas.Hub.Door.Send<CountDown, Done>(new CountDown(Guid.Parse(poll), 5), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await ada.Sees("Die Abstimmung ist geschlossen.");
        await Assertions.Expect(ada.Page.Locator("form.ballot")).ToHaveCountAsync(0);
        await Eventually.Holds(async () => (await jonas.Get($"/api/live/polls/{poll}"))["state"].GetString() == "closed", "The time ran out and the poll did not close.");
        Assert.Equal(0, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
        Assert.Empty(await ada.Barriers());
    }
}
