using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>The projector: nothing runs off the wall, whatever is asked, and it can be read from the last row.</summary>
public sealed class WallJourneys(HubFixture home, Browser browser)
{
    private const string Long = "Ein Brunnen mit Trinkwasser, Sitzstufen und Schatten spendenden Bäumen auf der Fläche vor dem Kultur- und Kongresszentrum";

    public static readonly TheoryData<int, int> Screens = new() { { 1920, 1080 }, { 1024, 768 } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Long_and_many_options_fit_and_few_short_ones_are_large(int width, int height)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 6);
        await using var wall = await (await browser.Visitor(jonas.Hub, width, height)).Goes($"/live/{code}/wand");
        foreach (var (count, text, least) in new[] { (12, Long, 1.4), (5, Long, 2.5), (12, "Platz", 2.2), (3, "Platz", 4.0) })
        {
            var poll = await jonas.Open(code, new { question = $"Wofür soll das Bürgerbudget {2027 + count}-{text.Length} verwendet werden?", kind = "single", options = Enumerable.Range(1, count).Select(n => $"{n} {text}") });
            await wall.Sees($"{2027 + count}-{text.Length}");
            Assert.All(await crowd.Vote(poll, n => [n % count + 1]), ballot => Assert.Equal("counted", ballot.Status));
            await wall.Sees("6 Stimmen");
            await Fits(wall);
            await jonas.Close(poll);
            await wall.Sees("Abstimmung geschlossen");
            await wall.Sees("Zählung:");
            await Fits(wall);
            var size = await wall.Page.Locator(".bar-label").First.EvaluateAsync<double>("e => 100 * parseFloat(getComputedStyle(e).fontSize) / innerHeight");
            Assert.True(size >= least, $"{count} options: letters of {size:0.0} % of the wall's height.");
        }
        Assert.Empty(await wall.Barriers());
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Forty_words_and_every_verdict_fit(int width, int height)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var crowd = await Crowd.Join(jonas.Hub, code, 40);
        await using var wall = await (await browser.Visitor(jonas.Hub, width, height)).Goes($"/live/{code}/wand");
        var cloud = await jonas.Open(code, new { question = "Ein Wort zu Gera?", kind = "text", options = Array.Empty<string>() });
        await Task.WhenAll(crowd.Voters.Select((voter, n) => voter.Vote(cloud, $"Stadtentwicklung {n}")));
        await wall.Sees("Die Antworten erscheinen");
        Assert.True((await jonas.Hub.Door.Send<ModerateWord, Done>(new ModerateWord(Guid.Parse(cloud), null, true), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await Assertions.Expect(wall.Page.Locator(".cloud > li")).ToHaveCountAsync(40);
        await Fits(wall);
        await jonas.Close(cloud);
        var motion = await jonas.Open(code, new { question = "Soll die Sorge autofrei werden?", kind = "motion", options = Array.Empty<string>(), majority = "twoThirds" });
        await crowd.Vote(motion, n => [n < 30 ? 1 : 2]);
        await jonas.Close(motion);
        await wall.Sees("Angenommen: 30 Ja, 10 Nein, 0 Enthaltungen (zwei Drittel der abgegebenen Stimmen).");
        await wall.Sees("Zählung:");
        await Fits(wall);
        var secret = await jonas.Open(code, new { question = "Soll der Vorstand entlastet werden?", kind = "motion", options = Array.Empty<string>(), secret = true });
        await crowd.Vote(secret, _ => [1], 3);
        await jonas.Close(secret);
        await wall.Sees("Zu wenige Stimmen");
        await wall.Sees("< 5 Stimmen");
        await wall.SeesNothingOf("0 Stimmen");
        Assert.Empty(await wall.Barriers());
    }

    [Fact]
    public async Task A_poll_that_opens_takes_the_wall_from_a_pinned_question()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        var stop = TestContext.Current.CancellationToken;
        var asked = (await jonas.Hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, "Wann kommt der Radweg?"), Caller.Nobody with { Seat = Seats.New(hall) }, stop)).Value;
        var question = Guid.Parse(asked.Id);
        Assert.True((await jonas.Hub.Door.Send<ModerateQuestion, Done>(new ModerateQuestion(question, Moderation.Show), jonas.Caller, stop)).Granted);
        await using var wall = await (await browser.Visitor(jonas.Hub, 1920, 1080)).Goes($"/live/{code}/wand");
        Assert.True((await jonas.Hub.Door.Send<PinQuestion, Done>(new PinQuestion(hall, question), jonas.Caller, stop)).Granted);
        await wall.Sees("Wann kommt der Radweg?");
        Assert.Empty(await wall.Barriers());
        await jonas.Open(code, new { question = "Soll die Sorge autofrei werden?", kind = "motion", options = Array.Empty<string>() });
        await wall.Sees("Soll die Sorge autofrei werden?");
        await wall.SeesNothingOf("Wann kommt der Radweg?");
        // Whoever pins it again means it.
        Assert.True((await jonas.Hub.Door.Send<PinQuestion, Done>(new PinQuestion(hall, question), jonas.Caller, stop)).Granted);
        await wall.Sees("Wann kommt der Radweg?");
    }

    [Fact]
    public async Task The_presenter_has_keys_and_a_list_of_them()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Soll die Sorge autofrei werden?", kind = "motion", options = Array.Empty<string>() });
        Assert.True((await jonas.Hub.Door.Send<CountDown, Done>(new CountDown(Guid.Parse(poll), 90), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await using var wall = await (await browser.Visitor(jonas.Hub, 1920, 1080)).Goes($"/live/{code}/wand");
        await Assertions.Expect(wall.Page.Locator(".wall-clock")).ToContainTextAsync("1:");
        var keys = wall.Page.Keyboard;
        await keys.PressAsync("?");
        await wall.Sees("Tasten für die Leinwand");
        Assert.Empty(await wall.Barriers());
        await keys.PressAsync("Escape");
        await keys.PressAsync("q");
        var code2 = await wall.Page.Locator(".wall-door .qr").BoundingBoxAsync();
        Assert.True(code2!.Height > 600);
        await keys.PressAsync("Escape");
        foreach (var (key, name, value) in new[] { ("d", "theme", "dark"), ("k", "contrast", "high") })
        {
            await keys.PressAsync(key);
            Assert.Equal(value, await wall.Page.EvaluateAsync<string>($"document.documentElement.dataset.{name}"));
            Assert.Empty(await wall.Barriers());
        }
        await wall.Page.ReloadAsync();
        await Assertions.Expect(wall.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        for (var i = 0; i < 6; i++) await keys.PressAsync("+");
        await Fits(wall);
    }

    private static Task Fits(Visitor wall) => Eventually.Holds(
        () => wall.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"), "Something runs off the wall.", TimeSpan.FromSeconds(3));
}
