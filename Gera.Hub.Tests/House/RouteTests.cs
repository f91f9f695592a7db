using System.Net;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>What holds for every route the program has, asked of its routes, so that a new one is walked without being listed.</summary>
public sealed class RouteTests(HubFixture home)
{
    private static readonly string[] Readers = ["", "citizen", "leader", "press", "desk", "moderator", "editor", "researcher", "admin"];

    /// <summary>What mail programs send without a cookie (RFC 8058); what SignalR and Blazor agree with their own scripts; what tells of its health whatever it is sent.</summary>
    private static readonly string[] WithoutForm = ["/abbestellen/", "/hubs/", "/_blazor", "/health/", "/newsletter/abmelden", "/sprache"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    [Fact]
    public async Task Every_answer_carries_the_headers_errors_and_head_included()
    {
        await using var hub = await home.Brief();
        var town = await RouteTown.Build(hub);
        using var stranger = Leader.Nobody(hub);
        var (mail, password) = hub.Demo("admin")[0];
        using var anke = await Leader.LogIn(hub, mail, password);
        var addresses = Readable(town).Concat(["/gibt-es-nicht", "/api/gibt-es-nicht", "/css/base.css", "/live/AAAAAA", "/hubs/live"]).ToArray();
        Assert.True(addresses.Length > 80, string.Join(' ', addresses));
        var statuses = new HashSet<HttpStatusCode>();
        foreach (var who in new[] { stranger, anke })
            foreach (var (method, accept) in new[] { (HttpMethod.Get, "text/html"), (HttpMethod.Head, "text/html"), (HttpMethod.Get, "application/json"), (HttpMethod.Delete, "text/html") })
                foreach (var address in addresses)
                {
                    using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                    request.Headers.Add("Accept", accept);
                    var reply = await who.Send(request);
                    statuses.Add(reply.Status);
                    foreach (var (name, value) in Headers) Assert.Equal($"{method} {address} {name}: {value}", $"{method} {address} {name}: {Header(reply, name)}");
                    Policy($"{method} {address}", Header(reply, "Content-Security-Policy"));
                    Assert.Contains("geolocation=()", Header(reply, "Permissions-Policy"), StringComparison.Ordinal);
                    Assert.Equal("", Header(reply, "Server"));
                    Assert.True((int)reply.Status < 500, $"{method} {address}: {(int)reply.Status}");
                }
        // Answers of all kinds were among them.
        foreach (var kind in new[] { HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed }) Assert.Contains(kind, statuses);
    }

    // Known bad: a link of a mail that acts when it is looked at, a notice that is read because a list showed it.
    [Fact]
    public async Task No_get_changes_anything_whoever_asks()
    {
        await using var hub = await home.Brief();
        var town = await RouteTown.Build(hub);
        var addresses = Readable(town);
        foreach (var role in Readers)
        {
            using var reader = new Guest(hub);
            if (role.Length > 0)
            {
                var (mail, password) = hub.Demo(role)[0];
                await reader.LogsIn(mail, password);
            }
            var before = await town.Quiet();
            foreach (var address in addresses) await reader.Sees(address);
            if (RouteTown.Differences(before, await town.Rows()).Length == 0) continue;
            // Which one it was.
            foreach (var address in addresses)
            {
                before = await town.Quiet();
                await reader.Sees(address);
                Assert.Equal($"{role} {address}: ", $"{role} {address}: {string.Join("; ", RouteTown.Differences(before, await town.Rows()))}");
            }
            Assert.Fail($"Somewhere a GET as {role} changed something once.");
        }
    }

    // Known bad: a form's endpoint without RequireForm, a page that switches antiforgery off; without "/api" among the guarded paths a foreign page closes the leader's poll.
    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        await using var hub = await home.Brief();
        var town = await RouteTown.Build(hub);
        var routes = town.Routes.Where(e => Answers(e, "POST")).Select(town.Path).Where(path => !WithoutForm.Any(w => path.StartsWith(w, StringComparison.Ordinal))).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        Assert.True(routes.Length > 60, string.Join(' ', routes));
        foreach (var role in new[] { "citizen", "leader", "moderator", "editor", "admin" })
        {
            using var victim = new Guest(hub);
            var (mail, password) = hub.Demo(role)[0];
            await victim.LogsIn(mail, password);
            var before = await town.Quiet();
            foreach (var path in routes)
                foreach (var fields in await Forged(victim, path))
                {
                    // What is no form has no token: there the browser's word counts, from whose page it comes.
                    var (answer, expected) = path.StartsWith("/api/", StringComparison.Ordinal)
                        ? (await victim.Forges(path, fields), HttpStatusCode.Forbidden)
                        : (await victim.Posts(path, fields), HttpStatusCode.BadRequest);
                    Assert.True(answer.Status == expected, $"{role} POST {path} ({string.Join(' ', fields.Select(f => f.Field))}): {(int)answer.Status}");
                }
            Assert.Empty(RouteTown.Differences(before, await town.Rows()));
        }
    }

    /// <summary>What a foreign page could make a browser send there: nothing, and each form of the page as it stands but for its token.</summary>
    private static async Task<IEnumerable<(string Field, string Value)[]>> Forged(Guest victim, string path)
    {
        var page = await victim.Sees(path);
        return page.Page.QuerySelectorAll("form").Where(form => form.QuerySelector("input[name=_handler]") is not null && form.GetAttribute("method") == "post")
            .Select(form => form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(field => field.GetAttribute("name") != "__RequestVerificationToken")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? "x")).ToArray())
            .Prepend([("words", "x")]);
    }

    private static string[] Readable(RouteTown town) =>
        [.. town.Routes.Where(e => Answers(e, "GET")).Select(town.Path).Where(path => !path.StartsWith("/_", StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    private static bool Answers(RouteEndpoint endpoint, string method) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(method);

    private static string Header(Reply reply, string name) =>
        reply.Message.Headers.TryGetValues(name, out var values) || reply.Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>One policy, in which scripts come from here only and nobody frames us.</summary>
    private static void Policy(string where, string policy)
    {
        var parts = policy.Split(';', StringSplitOptions.TrimEntries).Where(p => p.Length > 0).ToLookup(p => p.Split(' ')[0]);
        Assert.All(parts, p => Assert.Single(p));
        foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'" })
            Assert.True(parts[part.Split(' ')[0]].SingleOrDefault() == part, $"{where} lacks {part}: {policy}");
    }
}
