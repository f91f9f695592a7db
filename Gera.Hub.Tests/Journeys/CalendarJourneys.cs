using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Seats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Rosa enters an evening with two seats; a guest without script takes one; Rosa lets him in, without a line for a while.</summary>
public sealed class CalendarJourneys(HubFixture home, Browser browser)
{
    [Fact]
    public async Task An_evening_is_entered_a_guest_comes_and_is_let_in_even_while_the_line_is_away()
    {
        var hub = await home.Hub();
        var rosa = await Somebody.WithPassword(hub, new Granted(Role.Editor, ""));
        var title = "Flussabend " + rosa.Id.ToString("N")[^6..];
        await using var desk = await browser.Visitor(hub, 1280, 1600);
        await desk.LogsIn(rosa.Person, "/kalender/neu");
        await desk.Page.Locator("#titel").FillAsync(title, new LocatorFillOptions { Timeout = 20_000 });
        await desk.Page.Locator("#text").FillAsync("Lieder und **Geschichten** am Wasser.");
        await desk.Page.Locator("#tag").FillAsync($"{CalendarTown.Evening.Start:yyyy-MM-dd}");
        await desk.Page.Locator("#veranstalter").FillAsync("Stadtbibliothek");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen" }).Last.ClickAsync();
        // What is missing is said beside its field, and nothing typed is lost.
        await desk.Sees("Bitte nennen Sie Tag und Uhrzeit");
        await Assertions.Expect(desk.Page.Locator("#titel")).ToHaveValueAsync(title);
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("event-form.png");
        await desk.Page.Locator("#von").FillAsync("18:00");
        await desk.Page.Locator("#bis").FillAsync("20:00");
        await desk.Page.Locator("#ort").FillAsync("Lesesaal");
        foreach (var fact in new[] { "Stufenlos", "Höranlage" }) await desk.Page.GetByLabel(fact, new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einreichen" }).Last.ClickAsync();
        await desk.Sees("Der Termin steht im Kalender");
        await desk.Sees("Höranlage");
        var page = new Uri(desk.Page.Url).AbsolutePath;
        await desk.Goes(page + "/anmeldungen");
        await desk.Page.Locator("#plaetze").FillAsync("2");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Speichern" }).ClickAsync();
        await desk.Sees("0 von 2 Plätzen vergeben");

        var mail = $"gast-{rosa.Id:N}@gera.example";
        await using var guest = await browser.Visitor(hub, 320, 640, script: false);
        await guest.Goes("/kalender?suche=" + Uri.EscapeDataString(title));
        await guest.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).ClickAsync();
        await guest.Page.Locator("#name").FillAsync("Emil Krause");
        await guest.Page.Locator("#mail").FillAsync(mail);
        await guest.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Verbindlich anmelden" }).ClickAsync();
        await guest.Sees("Bitte sehen Sie in Ihr Postfach");
        var seat = await hub.Ask<Guid>("select id from calendar.seats where mail = $1", mail);
        await guest.Goes("/kalender/anmeldung/" + hub.Services.GetRequiredService<SeatCodes>().Of(seat));
        await guest.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Anmeldung bestätigen" }).ClickAsync();
        await guest.Sees("Sie haben einen Platz");

        await desk.Goes($"{page}/anmeldungen?platz={seat}");
        await desk.Sees("Emil Krause");
        Assert.Empty(await desk.Barriers());
        await desk.Keeps("event-door.png");
        await desk.Page.Context.SetOfflineAsync(true);
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Einlassen Emil Krause" }).ClickAsync();
        await desk.Sees("wird gesendet, sobald die Verbindung wieder da ist");
        Assert.False(await hub.Ask<bool>("select in_at is not null from calendar.seats where id = $1", seat));
        await desk.Page.Context.SetOfflineAsync(false);
        await desk.Sees("eingelassen um");
        Assert.True(await hub.Ask<bool>("select in_at is not null from calendar.seats where id = $1", seat));
    }

    [Theory]
    [InlineData("/kalender", "calendar-list")]
    [InlineData("/kalender/monat", "calendar-month")]
    [InlineData("/kalender/woche", "calendar-week")]
    [InlineData("/kalender/karte", "calendar-map")]
    [InlineData("/kalender/abonnieren", "calendar-subscribe")]
    public async Task Every_view_is_open_to_everybody_at_any_width(string path, string name)
    {
        var hub = await home.Hub();
        await CalendarTown.Event(await Somebody.In(hub, [new Granted(Role.Editor, "")]), "Markttag");
        foreach (var width in new[] { 1280, 320 })
        {
            await using var visitor = await (await browser.Visitor(hub, width, 900)).Goes(path);
            Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.FitsInWidth(), $"{path} scrolls sideways at {width} pixels.");
            await visitor.Keeps($"{name}-{width}.png");
        }
    }
}
