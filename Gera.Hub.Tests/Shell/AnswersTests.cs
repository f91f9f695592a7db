using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gera.Hub.Shell;
using Xunit;

namespace Gera.Hub.Tests.Shell;

public sealed class AnswersTests(ShellOnItsOwn shell) : IClassFixture<ShellOnItsOwn>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/css/base.css", 200)]
    [InlineData("/gibt-es-nicht", 404)]
    [InlineData("/nicht-gefunden", 404)]
    [InlineData("/verboten", 403)]
    [InlineData("/kaputt", 500)]
    [InlineData("/besetzt", 503)]
    [InlineData("/ganz-kaputt", 404)]
    [InlineData("/api/gibt-es-nicht", 404)]
    [InlineData("/api/kaputt", 500)]
    public async Task Every_answer_carries_the_headers_and_no_detail_from_inside(string address, int status)
    {
        using var answer = await Ask(HttpMethod.Get, address);
        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var scripts = policy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
        Assert.Equal("script-src 'self'", scripts);
        Assert.All(["frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"],
            part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"), StringComparer.Ordinal);
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"), StringComparer.Ordinal);
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.DoesNotContain("innere Einzelheit", await Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gibt-es-nicht", "Diese Seite gibt es nicht.")]
    [InlineData("/verboten", "Hier dürfen Sie nicht hinein.")]
    [InlineData("/kaputt", "Da ist bei uns etwas schiefgegangen.")]
    [InlineData("/besetzt", "Gerade ist viel los.")]
    [InlineData("/zu-oft", "Das war etwas zu oft.")]
    public async Task A_browser_gets_a_whole_page_that_says_what_happened(string address, string sentence)
    {
        using var answer = await Ask(HttpMethod.Get, address);
        var page = WebUtility.HtmlDecode(await Text(answer));
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<h1>{sentence}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<main", page, StringComparison.Ordinal);
        // There is always a way on, and never a circuit.
        Assert.Contains("<a class=\"button quiet\" href=\"/kontakt\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("_framework/blazor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_problem_json_with_code_and_sentence_and_when_to_come_back()
    {
        using var answer = await Ask(HttpMethod.Get, "/api/besetzt");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("http503", problem.GetProperty("code").GetString());
        Assert.Equal("Gerade ist viel los.", problem.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/css/base.css", 200)]
    [InlineData("/gibt-es-nicht", 404)]
    [InlineData("/kaputt", 500)]
    public async Task Head_answers_like_get(string address, int status)
    {
        using var answer = await Ask(HttpMethod.Head, address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.NotNull(answer.Content.Headers.ContentType);
    }

    [Fact]
    public async Task The_home_page_needs_no_script_and_asks_no_third_party()
    {
        using var answer = await Ask(HttpMethod.Get, "/");
        var page = await Text(answer);
        // The one script closes menus with Escape.
        Assert.DoesNotContain("<script", page.Replace("""<script type="module" src="js/menu""", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("MudBlazor", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", page);
        Assert.Contains("action=\"/live\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("sprache=de", true)]
    [InlineData("hub-login=x", false)]
    [InlineData("hub-loginC1=x", false)]
    public async Task Strangers_get_pages_compressed_and_nobody_else_does(string cookies, bool isCompressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var answer = await shell.Server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(isCompressed ? "br" : null, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task A_page_of_strangers_has_no_cookie_and_no_token()
    {
        using var answer = await Ask(HttpMethod.Get, "/");
        Assert.Equal("", Cookies(answer));
        Assert.DoesNotContain("__RequestVerificationToken", await Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_English_turns_the_next_page_English()
    {
        using var first = await Ask(HttpMethod.Get, "/");
        Assert.Contains("<html lang=\"de\">", await Text(first), StringComparison.Ordinal);
        using var chosen = await Choose("en", "/gibt-es-nicht", "same-origin");
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal("/gibt-es-nicht", chosen.Headers.Location?.OriginalString);
        using var next = await Ask(HttpMethod.Get, "/gibt-es-nicht", Cookies(chosen));
        var page = await Text(next);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("There is no such page.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_page_does_not_choose_the_language()
    {
        using var refused = await Choose("en", "/", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("sprache=", Cookies(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/live/K7M2QX?frage=3", "/live/K7M2QX?frage=3")]
    [InlineData("//boese.example", "/")]
    [InlineData("/\\boese.example", "/")]
    [InlineData("https://boese.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("/\t/boese.example", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_form_sends_people_back_to_this_host_only(string? asked, string led) => Assert.Equal(led, Language.LocalOrHome(asked));

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string address, string cookies = "")
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Accept", "text/html");
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        return await shell.Server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Choose(string language, string returnUrl, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sprache");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Sec-Fetch-Site", from);
        request.Content = new FormUrlEncodedContent([new("language", language), new("returnUrl", returnUrl)]);
        return await shell.Server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])) : "";

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
