using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>A citizen with an old telephone: every kind of poll with and without script, cards, accounts, questions, in both languages.</summary>
public sealed class VoterJourneys(HubFixture home, Browser browser)
{
    private static readonly string[] Places = ["Küchengarten", "Biermannplatz", "Uferweg"];

    public static readonly TheoryData<string, bool> Kinds = new()
    {
        { "single", true }, { "single", false }, { "multiple", true }, { "multiple", false }, { "rating", true }, { "rating", false }, { "ranking", true }, { "ranking", false },
        { "points", true }, { "points", false }, { "motion", true }, { "motion", false }, { "text", true }, { "text", false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_refused_clearly_counted_once_seen_again_and_changed(string kind, bool script)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, Draft(kind));
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640, script)).Goes($"/live/{code}");
        if (Wrong(kind) is { } wrong)
        {
            await Fill(ada, kind, wrong.Values);
            await ada.Votes();
            await ada.Sees(script ? wrong.Said : wrong.SaidByForm);
            Assert.Equal(0, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
            await ada.Goes($"/live/{code}");
        }
        foreach (var (values, yours) in Right(kind))
        {
            if (await ada.Page.Locator("details.change").CountAsync() > 0) await ada.Page.Locator("details.change summary").ClickAsync();
            await Fill(ada, kind, values);
            await ada.Votes();
            await ada.Sees("Sie haben gewählt: " + yours);
            await ada.Page.ReloadAsync();
            await ada.Sees("Sie haben gewählt: " + yours);
            Assert.Equal(1, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
        }
        Assert.True(await ada.FitsInWidth());
        if (script) Assert.Empty(await ada.Barriers());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_choice_is_forgotten_by_the_telephone(bool script)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code, new { question = "Soll der Vorstand entlastet werden?", kind = "motion", options = Array.Empty<string>(), secret = true });
        await using var crowd = await Crowd.Join(jonas.Hub, code, 5);
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640, script)).Goes($"/live/{code}");
        await ada.Sees("Geheim heißt");
        await ada.Page.Locator("label.option").Nth(1).ClickAsync();
        var votes = ada.Votes();
        await Task.WhenAll(votes, crowd.Vote(poll, _ => [1]));
        await ada.Sees("Ihre Stimme ist verwahrt");
        Assert.Equal(0, await ada.Page.Locator("main input:not([name=__RequestVerificationToken])").CountAsync());
        Assert.Equal("/live/" + code, new Uri(ada.Page.Url).AbsolutePath);
        await ada.SeesNothingOf("Sie haben gewählt");
        if (script) Assert.Equal("{}{}null", await ada.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + JSON.stringify(history.state)"));
        else
        {
            await ada.Page.GoBackAsync();
            Assert.Equal(0, await ada.Page.Locator("input:checked").CountAsync());
        }
    }

    [Fact]
    public async Task A_card_is_typed_or_scanned_and_every_wrong_one_has_its_sentence()
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session("card");
        var cards = (await jonas.Hub.Door.Send<IssueCards, PrintedCard[]>(new IssueCards(hall, 3), jonas.Caller, TestContext.Current.CancellationToken)).Value;
        Assert.True((await jonas.Hub.Door.Send<RevokeCard, PrintedCard[]>(new RevokeCard(hall, cards[1].Number, false), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        var poll = await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        await ada.Sees("Wo soll der Brunnen stehen?");
        Assert.Equal(0, await ada.Page.Locator("form.ballot").CountAsync());
        await TakeCard(ada, "AAAA-BBBB-CCCC");
        await ada.Sees("Diese Stimmkarte gilt hier nicht");
        Assert.Empty(await ada.Barriers());
        await TakeCard(ada, " " + cards[0].Code.ToLowerInvariant() + " ");
        await ada.Page.GetByText("Uferweg").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Uferweg");

        await using var bo = await (await browser.Visitor(jonas.Hub, 360, 640, script: false)).Goes($"/live/{code}?karte={cards[0].Code}");
        await bo.Page.Locator("form[action$='/karte'] button").ClickAsync();
        await bo.Sees("Diese Stimmkarte ist schon benutzt");
        await TakeCard(bo, cards[1].Code);
        await bo.Sees("Diese Stimmkarte");
        await bo.Goes($"/live/{code}?karte={cards[2].Code}");
        Assert.Equal(cards[2].Code, await bo.Page.Locator("input[name=karte]").InputValueAsync());
        await bo.Page.Locator("form[action$='/karte'] button").ClickAsync();
        await bo.Page.GetByText("Uferweg").First.ClickAsync();
        await bo.Votes();
        await bo.Sees("Sie haben gewählt: Uferweg");
        Assert.Equal(2, (await jonas.Get($"/api/live/polls/{poll}"))["voters"].GetInt32());
    }

    [Fact]
    public async Task Who_logs_in_for_a_hall_comes_back_to_it()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session("account");
        await jonas.Open(code, new { question = "Wo soll der Brunnen stehen?", kind = "single", options = Places });
        var (mail, password) = jonas.Hub.Demo("citizen")[0];
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes($"/live/{code}");
        Assert.Empty(await ada.Barriers());
        await ada.Page.Locator(".seat-door a").ClickAsync();
        await ada.Page.Locator("input[type=email]").FillAsync(mail);
        await ada.Page.Locator("input[type=password]").FillAsync(password);
        await ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Anmelden", Exact = true }).ClickAsync();
        await ada.Page.WaitForURLAsync($"**/live/{code}");
        await ada.Page.GetByText("Uferweg").First.ClickAsync();
        await ada.Votes();
        await ada.Sees("Sie haben gewählt: Uferweg");
        await using var bo = await (await browser.Visitor(jonas.Hub, 360, 640)).Goes("/anmelden?ziel=" + Uri.EscapeDataString("//boese.example/live"));
        await bo.Page.Locator("input[type=email]").FillAsync(mail);
        await bo.Page.Locator("input[type=password]").FillAsync(password);
        await bo.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Anmelden", Exact = true }).ClickAsync();
        await Assertions.Expect(bo.Page.Locator("form[action='/abmelden'], .account").First).ToBeAttachedAsync();
        Assert.Equal(jonas.Hub.Address.Authority, new Uri(bo.Page.Url).Authority);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_waits_is_let_through_and_is_supported_once(bool script)
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session();
        Assert.True((await jonas.Hub.Door.Send<SetQuestionRules, Done>(new SetQuestionRules(hall, new QuestionRules(true, true, true)), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        await using var ada = await (await browser.Visitor(jonas.Hub, 360, 640, script)).Goes($"/live/{code}/fragen");
        await ada.Page.Locator("textarea[name=frage]").FillAsync("Wann kommt der Radweg nach Lusan?");
        await ada.Page.Locator("input[name=name]").FillAsync("Ada");
        await ada.Page.Locator("form.ask button").ClickAsync();
        await ada.Sees("wartet auf die Leitung");
        await using var bo = await (await browser.Visitor(jonas.Hub, 360, 640, script)).Goes($"/live/{code}/fragen");
        await bo.SeesNothingOf("Radweg");
        var question = (await jonas.Hub.Services.GetRequiredService<QuestionList>().Of(hall, null, all: true, newestFirst: true, 1, TestContext.Current.CancellationToken)).Single().Id;
        Assert.True((await jonas.Hub.Door.Send<ModerateQuestion, Done>(new ModerateQuestion(question, Moderation.Show), jonas.Caller, TestContext.Current.CancellationToken)).Granted);
        if (!script) await bo.Page.ReloadAsync();
        await bo.Sees("Wann kommt der Radweg nach Lusan?");
        await bo.Sees("Ada");
        Assert.Empty(script ? await bo.Barriers() : []);
        await bo.Page.Locator("button.heart").ClickAsync();
        await Assertions.Expect(bo.Page.Locator(".heart.mine")).ToContainTextAsync("1");
        Assert.Equal(0, await bo.Page.Locator("button.heart").CountAsync());
    }

    [Theory]
    [InlineData(ForcedColors.None)]
    [InlineData(ForcedColors.Active)]
    public async Task Everything_is_there_in_English_at_320_pixels(ForcedColors colors)
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        await using var ada = await (await browser.Visitor(jonas.Hub.Address, 320, 640, colors: colors)).Goes($"/live/{code}");
        await ada.Page.Locator(".top-menu > summary").ClickAsync();
        await ada.Page.Locator(".top-menu form.language button").ClickAsync();
        await ada.Sees("About to begin");
        var poll = await jonas.Open(code, Draft("ranking"));
        await ada.Page.Locator(".step").First.ClickAsync();
        Assert.Equal("en", await ada.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await ada.FitsInWidth());
        await ada.Votes();
        await ada.Sees("You chose");
        // Colours that the system forces are not ours to measure.
        Assert.DoesNotContain(await ada.Barriers(), b => colors == ForcedColors.None || !b.StartsWith("color-contrast", StringComparison.Ordinal));
        await jonas.Close(poll);
        await ada.Sees("The poll is closed.");
        Assert.True(await ada.FitsInWidth());
        foreach (var page in new[] { "/fragen", "/wand" })
        {
            await ada.Goes($"/live/{code}{page}");
            Assert.Equal("en", await ada.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.DoesNotContain(await ada.Barriers(), b => colors == ForcedColors.None || !b.StartsWith("color-contrast", StringComparison.Ordinal));
            Assert.True(await ada.FitsInWidth());
        }
    }

    private static object Draft(string kind) => kind switch
    {
        "multiple" => new { question = "Welche zwei?", kind, options = Places, min = 2, max = 2 },
        "points" => new { question = "Wohin mit den Punkten?", kind, options = Places, spread = 10 },
        "motion" or "text" => new { question = "Und nun?", kind, options = Array.Empty<string>() },
        _ => new { question = "Wo zuerst?", kind, options = Places },
    };

    private static (string[] Values, string Said, string SaidByForm)? Wrong(string kind) => kind switch
    {
        "multiple" => (["x", "", ""], "Bitte wählen Sie 2 Antworten.", "Antworten"),
        "points" => (["7", "7", ""], "4 Punkte zu viel.", "Punkte"),
        "ranking" => (["1", "1", ""], "doppelt vergeben", "doppelt vergeben"),
        _ => null,
    };

    private static (string[] Values, string Yours)[] Right(string kind) => kind switch
    {
        "multiple" => [(["x", "x", ""], "Küchengarten · Biermannplatz"), (["", "x", "x"], "Biermannplatz · Uferweg")],
        "rating" => [(["4", "", "2"], "Küchengarten: 4 · Uferweg: 2"), (["5", "1", "2"], "Küchengarten: 5 · Biermannplatz: 1 · Uferweg: 2")],
        "ranking" => [(["2", "1", "3"], "1. Biermannplatz · 2. Küchengarten · 3. Uferweg"), (["1", "2", ""], "1. Küchengarten · 2. Biermannplatz")],
        "points" => [(["7", "3", ""], "Küchengarten: 7 · Biermannplatz: 3"), (["", "3", "5"], "Biermannplatz: 3 · Uferweg: 5")],
        "text" => [(["Elster"], "Elster"), (["Otto Dix"], "Otto Dix")],
        "motion" => [(["x", "", ""], "Ja"), (["", "x", ""], "Nein")],
        _ => [(["", "x", ""], "Biermannplatz"), (["x", "", ""], "Küchengarten")],
    };

    private static async Task Fill(Visitor visitor, string kind, string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (form, field) = (visitor.Page.Locator("form.ballot"), $"[name='wert-{i + 1}']");
            switch (kind)
            {
                case "text": await form.Locator("[name=text]").FillAsync(values[i]); break;
                case "points": await form.Locator(field).FillAsync(values[i]); break;
                case "ranking": await form.Locator(field).SelectOptionAsync(values[i]); break;
                case "rating" when values[i].Length > 0: await form.Locator($"{field}[value='{values[i]}']").CheckAsync(new LocatorCheckOptions { Force = true }); break;
                case "multiple": await form.Locator("input[name=wahl]").Nth(i).SetCheckedAsync(values[i].Length > 0); break;
                case "single" or "motion" when values[i].Length > 0: await form.Locator("input[name=wahl]").Nth(i).CheckAsync(); break;
            }
        }
    }

    private static async Task TakeCard(Visitor visitor, string code)
    {
        await visitor.Page.Locator("input[name=karte]").FillAsync(code);
        await visitor.Page.Locator("form[action$='/karte'] button").ClickAsync();
    }
}
