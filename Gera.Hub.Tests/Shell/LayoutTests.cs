using System.Security.Claims;
using Bunit;
using Gera.Hub.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Shell;

public sealed class LayoutTests : BunitContext
{
    private readonly DefaultHttpContext http = new();

    public LayoutTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<AntiforgeryStateProvider, KnownToken>();
        http.Request.Method = "GET";
        http.Request.Path = "/live";
        RenderTree.Add<CascadingValue<HttpContext>>(cascade => cascade.Add(value => value.Value, http));
    }

    private IRenderedComponent<PublicLayout> Page() =>
        Render<PublicLayout>(layout => layout.Add(page => page.Body, body => body.AddMarkupContent(0, "<h1>Saal</h1>")));

    [Fact]
    public void The_first_link_leads_to_the_content_and_there_is_one_main()
    {
        var page = Page();
        var main = Assert.Single(page.FindAll("main"));
        Assert.Equal("/live#" + main.Id, page.FindAll("a, button, input:not([type=hidden])")[0].GetAttribute("href"));
        Assert.Contains("Saal", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_is_changed_by_a_form_that_comes_back_to_this_page()
    {
        var form = Page().Find("form.language");
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("/sprache", form.GetAttribute("action"));
        Assert.Equal("/live", form.QuerySelector("[name=returnUrl]")?.GetAttribute("value"));
        Assert.Null(form.QuerySelector("[name=__RequestVerificationToken]"));
    }

    [Fact]
    public void After_a_posted_page_the_language_form_leads_home()
    {
        http.Request.Method = "POST";
        Assert.Equal("/", Page().Find("form.language [name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public void Rooms_contribute_links_in_their_order_and_the_current_one_is_marked()
    {
        Services.AddSingleton(new NavEntry("/presse", "LogOut", typeof(ShellTexts), 30));
        Services.AddSingleton(new NavEntry("/live", "LogIn", typeof(ShellTexts), 10));
        var links = Page().FindAll("header nav a");
        Assert.Equal(["/live", "/presse"], links.Select(link => link.GetAttribute("href")), StringComparer.Ordinal);
        Assert.Equal(["page", null], links.Select(link => link.GetAttribute("aria-current")), StringComparer.Ordinal);
    }

    [Fact]
    public void A_link_for_a_role_is_shown_to_that_role_only_and_never_in_the_footer()
    {
        Services.AddSingleton(new NavEntry("/leitung", "LogIn", typeof(ShellTexts), 10, "leader"));
        Assert.Empty(Page().FindAll("nav a"));
        http.User = Person("Herta Vogel", "leader");
        Assert.Single(Page().FindAll("header nav a"));
        Assert.Empty(Page().FindAll("footer nav a"));
    }

    [Fact]
    public void Another_way_to_read_leads_to_the_same_page_where_there_is_one()
    {
        Services.AddSingleton(new HeaderEntry("/leichte-sprache", "LogIn", typeof(ShellTexts), "book", 10) { Same = path => path == "/live" ? "/leichte-sprache/live" : null });
        Assert.All(Page().FindAll("header a.top-way"), link => Assert.Equal("/leichte-sprache/live", link.GetAttribute("href")));
        http.Request.Path = "/presse";
        Assert.All(Page().FindAll("header a.top-way"), link => Assert.Equal("/leichte-sprache", link.GetAttribute("href")));
    }

    [Fact]
    public void Without_contributions_no_empty_navigation_and_no_dead_footer_link_stands()
    {
        var page = Page();
        Assert.Empty(page.FindAll("nav"));
        Assert.Empty(page.FindAll("footer a"));
    }

    [Fact]
    public void Strangers_are_led_to_the_log_in_and_people_see_their_name_and_a_form_to_leave()
    {
        Assert.Equal("/anmelden", Page().Find("a.account-link").GetAttribute("href"));
        http.User = Person("Herta Vogel", "leader");
        var page = Page();
        Assert.Contains("Herta Vogel", page.Find("details.account summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("/abmelden", page.Find("details.account form[method=post]").GetAttribute("action"));
        Assert.NotNull(page.Find("details.account form [name=__RequestVerificationToken]"));
    }

    private static ClaimsPrincipal Person(string name, string role) =>
        new(new ClaimsIdentity([new("name", name), new(ClaimTypes.Role, role)], "test"));

    private sealed class KnownToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("known", "__RequestVerificationToken");
    }
}
