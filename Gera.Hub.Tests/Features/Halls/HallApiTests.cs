using System.Net;
using System.Text.Json;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls;

/// <summary>The contract of votes.md over HTTP, line by line.</summary>
public sealed class HallApiTests(HubFixture home)
{
    [Fact]
    public async Task A_leader_makes_a_session_with_a_code_of_six()
    {
        var made = await (await home.Jonas()).Post("/api/live/sessions", new { title = "Sommer in Gera", access = "anyone" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(6, made["code"].GetString()!.Length);
        Assert.Equal(JsonValueKind.String, made["id"].ValueKind);
        Assert.EndsWith($"/live/{made["code"].GetString()}", made["url"].GetString(), StringComparison.Ordinal);
        Assert.Equal(made["url"].GetString(), made.Location?.ToString());
    }

    [Fact]
    public async Task Nobody_else_makes_a_session()
    {
        var hub = await home.Hub();
        using var stranger = Leader.Nobody(hub);
        Refused(await stranger.Post("/api/live/sessions", new { title = "x", access = "anyone" }), HttpStatusCode.Unauthorized, "log_in_first");
        using var ada = await Leader.LogIn(hub, "citizen", 0);
        Refused(await ada.Post("/api/live/sessions", new { title = "x", access = "anyone" }), HttpStatusCode.Forbidden, "not_allowed");
    }

    [Theory]
    [InlineData("""{"access":"anyone"}""", "text_missing"), InlineData("""{"title":"x"}""", "access_unknown"), InlineData("""{"title":"x","access":null}""", "access_unknown")]
    [InlineData("""{"title":"a\u0000b","access":"anyone"}""", "text_unreadable"), InlineData("""{"title":"x","access":"anyone","group":"katzen"}""", "group_unknown")]
    [InlineData("""{"title":"x","access":"everyone"}""", "http400"), InlineData("""{"title":"\ud800","access":"anyone"}""", "http400"), InlineData("""{"title":5,"access":"anyone"}""", "http400")]
    [InlineData("[]", "http400"), InlineData("{", "http400"), InlineData("null", "http400"), InlineData("", "http400")]
    public async Task A_session_that_cannot_be_is_refused_with_a_code(string json, string code) =>
        Refused(await (await home.Jonas()).PostRaw("/api/live/sessions", json), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Ten_thousand_nested_lists_are_refused() =>
        Refused(await (await home.Jonas()).PostRaw("/api/live/sessions", new string('[', 10_000) + new string(']', 10_000)), HttpStatusCode.BadRequest, "http400");

    [Fact]
    public async Task Anyone_sees_title_state_and_current_poll_of_a_session()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        using var stranger = Leader.Nobody(jonas.Hub);
        var empty = await stranger.Get($"/api/live/sessions/{code.ToLowerInvariant()}");
        Assert.Equal(("Einwohnerversammlung Lusan", "open", JsonValueKind.Null), (empty["title"].GetString(), empty["state"].GetString(), empty["poll"].ValueKind));
        var poll = await jonas.Open(code);
        Assert.Equal(poll, (await stranger.Get($"/api/live/sessions/{code}"))["poll"].GetProperty("id").GetString());
        Refused(await stranger.Get("/api/live/sessions/AAAAAA"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Preparing_a_poll_numbers_its_options()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var made = await jonas.Post($"/api/live/sessions/{code}/polls", new { question = "Farbe?", kind = "single", options = new[] { "Rot", "Grün" } });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal($"/api/live/polls/{made["id"].GetString()}", made.Location?.ToString());
        Assert.Equal([(1, "Rot"), (2, "Grün")], made["options"].EnumerateArray().Select(o => (o.GetProperty("number").GetInt32(), o.GetProperty("text").GetString()!)));
        Assert.Equal(["id", "options"], made.Body.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"question":"?","kind":"guess","options":["a","b"]}""", "http400"), InlineData("""{"question":"?","kind":"single","options":["a"]}""", "options_missing")]
    [InlineData("""{"question":"a\u0000","kind":"single","options":["a","b"]}""", "text_unreadable"), InlineData("""{"question":"?","kind":"single","options":["a","b"],"majority":"most"}""", "http400")]
    [InlineData("""{"question":"?","kind":"single","options":["a","b"],"quorum":99999999999}""", "http400")]
    public async Task A_poll_that_cannot_be_is_refused_with_a_code(string json, string code)
    {
        var jonas = await home.Jonas();
        var (session, _) = await jonas.Session();
        Refused(await jonas.PostRaw($"/api/live/sessions/{session}/polls", json), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_prepared_poll_is_nobodys_business()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Prepare(code);
        Refused(await jonas.Get($"/api/live/polls/{poll}"), HttpStatusCode.NotFound, "not_found");
        Refused(await jonas.Get($"/api/live/polls/{poll}/record"), HttpStatusCode.NotFound, "not_found");
        await jonas.Post($"/api/live/polls/{poll}/open");
        Assert.Equal(HttpStatusCode.OK, (await jonas.Get($"/api/live/polls/{poll}")).Status);
    }

    [Fact]
    public async Task A_poll_shows_the_fields_of_the_contract()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var opened = await jonas.Post($"/api/live/polls/{await jonas.Prepare(code)}/open");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        foreach (var field in new[] { "id", "session", "position", "question", "kind", "state", "secret", "changeable", "results", "shown", "options", "voters", "version",
            "connected", "entitled", "min", "max", "spread", "majority", "quorum", "closesAt", "detail", "words", "verdict", "head" })
            Assert.True(opened.Body.TryGetProperty(field, out _), field);
        Assert.Equal(("single", "open", "live", code), (opened["kind"].GetString(), opened["state"].GetString(), opened["results"].GetString(), opened["session"].GetString()));
        Assert.Equal(["number", "text", "votes"], opened["options"][0].EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Opening_and_closing_twice_is_refused()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Prepare(code);
        Refused(await jonas.Close(poll), HttpStatusCode.Conflict, "not_open");
        await jonas.Post($"/api/live/polls/{poll}/open");
        Refused(await jonas.Post($"/api/live/polls/{poll}/open"), HttpStatusCode.Conflict, "already_opened");
        Refused(await jonas.Post($"/api/live/polls/{await jonas.Prepare(code)}/open"), HttpStatusCode.Conflict, "another_poll_open");
        Assert.Equal("closed", (await jonas.Close(poll))["state"].GetString());
        Refused(await jonas.Close(poll), HttpStatusCode.Conflict, "not_open");
    }

    [Fact]
    public async Task Only_the_leader_of_a_session_or_an_administrator_runs_its_polls()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Prepare(code);
        using var stranger = Leader.Nobody(jonas.Hub);
        using var mira = await Leader.LogIn(jonas.Hub, "leader", 1);
        using var anke = await Leader.LogIn(jonas.Hub, "admin", 0);
        foreach (var path in new[] { $"/api/live/polls/{poll}/open", $"/api/live/polls/{poll}/close" })
        {
            Refused(await stranger.Post(path), HttpStatusCode.Unauthorized, "log_in_first");
            Refused(await mira.Post(path), HttpStatusCode.Forbidden, "not_allowed");
        }
        Refused(await mira.Post($"/api/live/sessions/{code}/polls", Some.Draft()), HttpStatusCode.Forbidden, "not_allowed");
        Assert.Equal(HttpStatusCode.OK, (await anke.Post($"/api/live/polls/{poll}/open")).Status);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        var jonas = await home.Jonas();
        var missing = Guid.CreateVersion7(Some.Evening);
        foreach (var path in new[] { $"/api/live/polls/{missing}", $"/api/live/polls/{missing}/record" }) Refused(await jonas.Get(path), HttpStatusCode.NotFound, "not_found");
        foreach (var path in new[] { $"/api/live/polls/{missing}/open", $"/api/live/polls/{missing}/close" }) Refused(await jonas.Post(path), HttpStatusCode.NotFound, "not_found");
        Refused(await jonas.Post("/api/live/sessions/AAAAAA/polls", Some.Draft()), HttpStatusCode.NotFound, "not_found");
        Refused(await jonas.Post("/api/live/sessions/AAAAAA/seats", new { card = "x" }), HttpStatusCode.NotFound, "not_found");
        Refused(await jonas.Get("/api/live/polls/nonsense"), HttpStatusCode.NotFound, "http404");
    }

    [Fact]
    public async Task The_record_of_a_live_poll_is_open_and_that_of_a_hidden_one_comes_after_close()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var live = await jonas.Open(code);
        Assert.Equal(HttpStatusCode.OK, (await jonas.Get($"/api/live/polls/{live}/record")).Status);
        await jonas.Close(live);
        var hidden = await jonas.Open(code, new { question = "?", kind = "single", options = new[] { "a", "b" }, results = "closed" });
        Refused(await jonas.Get($"/api/live/polls/{hidden}/record"), HttpStatusCode.Conflict, "record_not_yet");
        await jonas.Close(hidden);
        Assert.Equal(HttpStatusCode.OK, (await jonas.Get($"/api/live/polls/{hidden}/record")).Status);
    }

    [Fact]
    public async Task Health_is_for_everyone()
    {
        using var stranger = Leader.Nobody(await home.Hub());
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get("/health/ready")).Status);
    }

    [Fact]
    public async Task The_contract_is_described()
    {
        using var stranger = Leader.Nobody(await home.Hub());
        var described = await stranger.Get("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, described.Status);
        var paths = described["paths"].EnumerateObject().Select(p => p.Name).ToHashSet();
        Assert.All(new[] { "/api/account/login", "/api/live/sessions", "/api/live/sessions/{code}", "/api/live/sessions/{code}/polls", "/api/live/sessions/{code}/seats",
            "/api/live/polls/{id}/open", "/api/live/polls/{id}/close", "/api/live/polls/{id}", "/api/live/polls/{id}/record" }, path => Assert.Contains(path, paths));
    }

    internal static void Refused(Reply reply, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code, "application/problem+json"), (reply.Status, reply.Code, reply.Type));
        Assert.NotEmpty(reply["title"].GetString()!);
    }
}
