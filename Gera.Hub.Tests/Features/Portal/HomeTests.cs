using System.Net;
using Gera.Hub.Features.Portal.Home;
using Gera.Hub.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Portal;

/// <summary>The home page stands in the order that editors made, whatever rooms add.</summary>
public sealed class HomeTests(HubFixture home)
{
    private static readonly HomeSection Now = new(typeof(Uri), 10), News = new(typeof(Version), 15), Ideas = new(typeof(Random), 20), Road = new(typeof(Lock), 90);

    [Fact]
    public async Task What_a_room_adds_later_stands_behind_what_it_wanted_in_front()
    {
        var plan = new HomePlan([Road, Now, Ideas, News], _ => Task.FromResult<HomeOrder?>(new(HomeOrder.Only, 1, [Road.Key, Ideas.Key, Now.Key, "gone"], [Ideas.Key])));
        Assert.Equal([Road, Now, News], await plan.Shown(TestContext.Current.CancellationToken));
        Assert.Equal([Now, News, Ideas, Road], await new HomePlan([Road, Now, Ideas, News], _ => Task.FromResult<HomeOrder?>(null)).Shown(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_editor_moves_and_hides_sections_with_a_plain_form()
    {
        var hub = await home.Own();
        using var editor = new Guest(hub);
        var (mail, password) = hub.Demo("editor")[0];
        await editor.LogsIn(mail, password);
        Assert.Equal(["road"], Some(await editor.Sees("/"), "road", "what")[^1..]);
        var desk = await editor.Sees("/verwaltung/startseite");
        var fields = hub.Services.GetServices<HomeSection>().Select(s => s.Key).SelectMany(key => new[]
        {
            ($"Form.Places[{key}]", key == nameof(HomeRoad) ? "1" : "5"), ($"Form.Shown[{key}]", key == nameof(HomePromises) ? "false" : "true"),
        }).Append(("Form.Seen", "0")).ToArray();
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Sends(desk, "startseite", fields)).Status);
        var page = await editor.Sees("/");
        Assert.Equal(["road"], Some(page, "road", "what"));
        Assert.Equal("road", page.Page.QuerySelectorAll("main > section")[1].GetAttribute("aria-labelledby"));
        // The page that was open in another tab changes nothing any more.
        Assert.Equal(HttpStatusCode.Conflict, (await editor.Sends(desk, "startseite", fields)).Status);
        using var stranger = new Guest(hub);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Sees("/verwaltung/startseite")).Status);
    }

    [Fact]
    public async Task The_page_is_whole_without_a_cookie_and_without_script()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var page = await guest.Sees("/");
        Assert.Empty(guest.Cookies.GetAllCookies());
        Assert.Single(page.Page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.Page.QuerySelectorAll("main a[href='/stimmen']"));
    }

    private static string[] Some(Look page, params string[] titles) => [.. page.Page.QuerySelectorAll("main section[aria-labelledby]").Select(s => s.GetAttribute("aria-labelledby")!).Where(titles.Contains)];
}
