using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>A hall with bad reception: lines break, hubs fall over, answers say "busy". The page is honest about it, and the vote counts once.</summary>
public sealed class LineJourneys(HubFixture home, Browser browser)
{
    private static readonly string[] Places = ["Küchengarten", "Biermannplatz"];

    [Fact]
    public async Task A_vote_pressed_while_the_hub_is_dead_is_sent_when_it_is_back_and_counts_once()
    {
        var database = await home.NewDatabase();
        await using var hub = await RunningHub.On(database);
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        (string, string)[] settings = [("ConnectionStrings__Hub", database), ("Hub__Demo", "true")];
        await using var other = await HubProcess.Start(settings).Ready();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(other.Address, 360, 640)).Goes($"/live/{code}");
        await using var bo = await (await browser.Visitor(other.Address, 360, 640)).Goes($"/live/{code}");
        await using var wall = await (await browser.Visitor(other.Address, 1920, 1080)).Goes($"/live/{code}/wand");
        await ada.Page.GetByText("Küchengarten").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Ihre Stimme ist gezählt.");
        await wall.Sees("1 Stimme");

        await other.Kill();
        foreach (var visitor in new[] { ada, bo, wall }) await visitor.Sees("Verbindung unterbrochen");
        await bo.Page.GetByText("Biermannplatz").First.ClickAsync();
        await bo.Votes();
        await bo.Sees("Ihre Stimme wird gesendet, sobald");
        await ada.Sees("Sie haben gewählt: Küchengarten");
        await using var again = await HubProcess.Start(other.Address, settings).Ready();

        await bo.Sees("Sie haben gewählt: Biermannplatz");
        await wall.Sees("2 Stimmen");
        foreach (var visitor in new[] { ada, bo, wall }) await visitor.SeesNothingOf("Verbindung unterbrochen");
        await ada.Sees("Sie haben gewählt: Küchengarten");
        await Counts(jonas, poll, [1, 1]);
    }

    [Fact]
    public async Task A_telephone_without_network_says_so_at_once_and_sends_later()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await Joined(ada);
        await ada.Offline(true);
        await ada.Sees("Verbindung unterbrochen");
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Ihre Stimme wird gesendet, sobald");
        Assert.True(await ada.Page.Locator("form.ballot input[name=wahl]").First.IsDisabledAsync());
        Assert.Empty(await ada.Barriers());
        await ada.Offline(false);
        await ada.Sees("Sie haben gewählt: Biermannplatz");
        await Counts(jonas, poll, [0, 1]);
    }

    [Fact]
    public async Task A_poll_that_closed_meanwhile_says_that_the_vote_came_too_late()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await Joined(ada);
        await ada.Offline(true);
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await jonas.Close(poll);
        await ada.Offline(false);
        await ada.Sees("Ihre Stimme kam zu spät");
        await Counts(jonas, poll, [0, 0]);
    }

    /// <summary>The line was open before the page's module had come: the page sat there without a seat.</summary>
    [Fact]
    public async Task A_module_that_comes_late_still_takes_the_seat()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await jonas.Open(code, new { question = "Vorher?", kind = "motion", options = Array.Empty<string>() });
        var poll = (await jonas.Get($"/api/live/sessions/{code}"))["poll"].GetProperty("id").GetString()!;
        await jonas.Close(poll);
        await using var ada = await browser.Visitor(jonas.Hub, 360, 640);
        await ada.Page.RouteAsync("**/js/voter*.js", async route =>
        {
            await ada.Page.WaitForTimeoutAsync(1500);
            await route.ContinueAsync();
        });
        await ada.Goes($"/live/{code}");
        poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Biermannplatz");
        await Counts(jonas, poll, [0, 1]);
    }

    [Fact]
    public async Task A_press_before_the_line_is_there_goes_by_the_plain_form()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await browser.Visitor(jonas.Hub, 360, 640);
        // A line that is taken and never answers.
        await ada.Page.RouteWebSocketAsync("**/hubs/live", _ => { });
        await ada.Goes($"/live/{code}");
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Biermannplatz");
        await Counts(jonas, poll, [0, 1]);
    }

    [Fact]
    public async Task A_busy_hub_is_asked_again_later_with_the_same_key()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await browser.Visitor(jonas.Hub, 360, 640);
        ConcurrentQueue<(string Key, DateTimeOffset At)> asked = [];
        await ada.Page.RouteWebSocketAsync("**/hubs/live", line =>
        {
            var hub = line.ConnectToServer();
            line.OnMessage(frame =>
            {
                if (Vote(frame.Text!) is not { } vote)
                {
                    hub.Send(frame.Text!);
                    return;
                }
                asked.Enqueue((vote.GetProperty("arguments")[0].GetProperty("key").GetString()!, TimeProvider.System.GetUtcNow()));
                if (asked.Count > 2) hub.Send(frame.Text!);
                else line.Send($$$"""{"type":3,"invocationId":"{{{vote.GetProperty("invocationId").GetString()}}}","result":{"status":"busy","code":"busy","version":0,"retryAfter":1}}""" + "\u001e");
            });
        });
        await ada.Goes($"/live/{code}");
        await Joined(ada);
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Der Hub ist gerade gefragt");
        await ada.Sees("Sie haben gewählt: Biermannplatz");
        Assert.Equal(3, asked.Count);
        Assert.Single(asked.Select(a => a.Key).Distinct());
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        await Counts(jonas, poll, [0, 1]);
    }

    [Fact]
    public async Task What_is_being_written_survives_every_push_of_the_same_poll()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Ein Wort zu Gera?", kind = "text", options = Array.Empty<string>() });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await Joined(ada);
        await ada.Page.Locator("input[name=text]").FillAsync("Elster");
        await ada.Votes();
        await ada.Page.Locator("details.change summary").ClickAsync();
        var field = ada.Page.Locator("details.change input[name=text]");
        await field.FillAsync("Otto");
        await field.FocusAsync();
        await ada.Page.Keyboard.PressAsync("End");
        Assert.True((await jonas.Hub.Door.Send<CountDown, Done>(new CountDown(Guid.Parse(poll), 120), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await Assertions.Expect(ada.Page.Locator(".countdown time")).ToHaveTextAsync(new Regex("^[12]:[0-5][0-9]$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await ada.Page.Keyboard.TypeAsync(" Dix");
        Assert.Equal("Otto Dix", await field.InputValueAsync());
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Sees("Sie haben gewählt: Otto Dix");
    }

    [Fact]
    public async Task The_next_poll_replaces_the_old_one_and_the_end_is_told()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await ada.Sees("Gleich geht es los");
        Assert.Empty(await ada.Barriers());
        var first = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await ada.Sees("Wo soll der Brunnen stehen?");
        Assert.Empty(await ada.Barriers());
        await ada.Page.GetByText("Biermannplatz").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Biermannplatz");
        Assert.Empty(await ada.Barriers());
        await jonas.Close(first);
        await ada.Sees("Die Abstimmung ist geschlossen.");
        Assert.Empty(await ada.Barriers());
        var second = await jonas.Open(code, new { question = "Und wann?", kind = "motion", options = Array.Empty<string>() });
        await ada.Sees("Und wann?");
        await ada.SeesNothingOf("Wo soll der Brunnen stehen?");
        await jonas.Close(second);
        // At once, as a leader does who is done.
        Assert.True((await jonas.Hub.Door.Send<EndSession, Done>(new EndSession(hall), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await ada.Sees("Die Sitzung ist beendet");
        Assert.Empty(await ada.Barriers());
        await ada.Page.GetByText("Zum Protokoll").ClickAsync();
        await ada.Page.WaitForURLAsync("**/protokoll");
    }

    private static Task<JsonElement?> Joined(Visitor visitor) => visitor.Page.EvaluateAsync("async () => { const live = await import(Array.from(document.querySelectorAll('script[type=module]'), s => s.src).find(s => s.includes('live-number')).replace(/live-number.*/, 'live.js')); while (!live.isOn()) await new Promise(r => setTimeout(r, 20)); }");

    private static JsonElement? Vote(string frame)
    {
        var message = JsonDocument.Parse(frame.TrimEnd('\u001e')).RootElement;
        return message.TryGetProperty("target", out var target) && target.GetString() == "Vote" ? message : null;
    }

    private static async Task Counts(Leader jonas, string poll, long[] votes) =>
        Assert.Equal(votes, (await jonas.Get($"/api/live/polls/{poll}"))["options"].EnumerateArray().Select(o => o.GetProperty("votes").GetInt64()));
}
