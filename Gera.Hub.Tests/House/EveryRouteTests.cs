using System.Net;
using Gera.Hub.Tests.People.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>What holds for each address the program has, found by its routes and not by a list.</summary>
public sealed class EveryRouteTests(HubFixture home)
{
    /// <summary>Rows that tell that somebody was here, and the key ring: reading may touch them, and what the hub does by its clock.</summary>
    private static readonly string[] Bookkeeping = ["people.sign_ins", "people.DataProtectionKeys", "people.mails", "hub.mt_high_water_skips", "hub.mt_event_progression"];

    private static readonly string[] Roles = ["", "citizen", "leader", "press", "moderator", "desk", "editor", "researcher", "admin"];

    [Fact]
    public async Task Every_answer_carries_the_headers()
    {
        var hub = await home.Hub();
        foreach (var role in new[] { "", "admin" })
        {
            using var reader = role.Length == 0 ? Leader.Nobody(hub) : await Leader.LogIn(hub, role, 0);
            foreach (var address in (await Readable(hub)).Append("/css/base.css").Append("/gibt-es-nicht").Append("/api/gibt-es-nicht"))
            {
                var headers = (await reader.Get(address)).Message.Headers;
                Assert.True(headers.TryGetValues("Content-Security-Policy", out var policies), $"{address} has no policy.");
                var policy = Assert.Single(policies!);
                Assert.True(policy.Split(';', StringSplitOptions.TrimEntries).Contains("script-src 'self'", StringComparer.Ordinal), $"{address}: {policy}");
                Assert.True(policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal), $"{address}: {policy}");
                foreach (var header in new[] { "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy" }) Assert.True(headers.Contains(header), $"{address} lacks {header}.");
            }
        }
    }

    // Known bad: a GET that marks a notice as read, or logs a look at a page, changes a row here.
    [Fact]
    public async Task Reading_changes_nothing()
    {
        await using var hub = await home.Brief();
        var addresses = await Readable(hub);
        foreach (var role in Roles)
        {
            using var reader = role.Length == 0 ? Leader.Nobody(hub) : await Leader.LogIn(hub, role, 0);
            await Settled(hub);
            var before = await Rows(hub);
            foreach (var address in addresses) await reader.Get(address);
            var changed = (await Rows(hub)).Except(before).ToArray();
            Assert.True(changed.Length == 0, $"Reading as {role}: {string.Join(' ', changed)}");
        }
    }

    // Known bad: one form without RequireForm answers something else than 400.
    [Fact]
    public async Task A_form_that_is_not_ours_is_refused_and_changes_nothing()
    {
        await using var hub = await home.Brief();
        var addresses = await Writable(hub);
        Assert.True(addresses.Length > 60, $"Only {addresses.Length} forms were found.");
        var taken = new List<string>();
        foreach (var role in new[] { "", "citizen", "admin" })
        {
            using var reader = role.Length == 0 ? Leader.Nobody(hub) : await Leader.LogIn(hub, role, 0);
            await Settled(hub);
            var before = await Rows(hub);
            foreach (var address in addresses)
            {
                using var form = new FormUrlEncodedContent([new("_handler", "x"), new("Form.Deed", "speichern"), new("grund", "Probe")]);
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
                var (status, to) = await reader.Send(request) is var reply ? (reply.Status, reply.Location?.ToString()) : default;
                // Strangers are sent to the log-in, and a page one may not know of does not say that it has a form.
                var isRefused = status == HttpStatusCode.BadRequest || status == HttpStatusCode.NotFound && role != "admin" || role.Length == 0 && to?.Contains("/anmelden", StringComparison.Ordinal) == true;
                if (!isRefused) taken.Add($"POST {address} as {role}: {status} {to}");
            }
            Assert.Empty((await Rows(hub)).Except(before));
        }
        Assert.Empty(taken);
    }

    [Fact]
    public async Task What_a_form_does_not_ask_for_is_not_taken()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var mail = Newcomer.Mail("fee");
        await guest.Sends("/registrieren", "registrieren", ("Form.Mail", mail), ("Form.Name", "Fee"), ("Form.Password", Newcomer.Password), ("Form.Rules", "true"),
            ("Form.Role", "administrator"), ("Form.IsResident", "true"), ("Form.ResidentSince", "2020-01-01"), ("Form.EmailConfirmed", "true"), ("Form.Demo", "true"), ("Form.Id", Guid.Empty.ToString()), ("Role", "administrator"));
        Assert.Equal(HttpStatusCode.OK, (await guest.Sends("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", mail), "bestaetigen", ("Form.Role", "administrator"))).Status);
        Assert.Equal("f f 0", await hub.Ask<string>("""
            select case when u."Demo" then 't' else 'f' end || ' ' || case when u."ResidentSince" is null then 'f' else 't' end || ' ' || (select count(*) from people.grants g where g."UserId" = u."Id") from people.users u where u."Email" = $1
            """, mail));
    }

    /// <summary>GET addresses with real values where there are any.</summary>
    private static async Task<string[]> Readable(RunningHub hub) => await Filled(hub, "GET");

    /// <summary>Addresses that take forms: the API takes JSON and mail programs unsubscribe by themselves (RFC 8058).</summary>
    private static async Task<string[]> Writable(RunningHub hub) =>
        [.. (await Filled(hub, "POST")).Where(a => !a.StartsWith("/api/", StringComparison.Ordinal) && !a.StartsWith("/abbestellen/", StringComparison.Ordinal) && !a.StartsWith("/openapi", StringComparison.Ordinal) && !a.StartsWith("/health", StringComparison.Ordinal))];

    private static async Task<string[]> Filled(RunningHub hub, string method)
    {
        var code = await hub.Ask<string>("select data ->> 'code' from hub.mt_doc_hall order by data ->> 'at' desc limit 1");
        var poll = await hub.Ask<Guid>("select id from hub.mt_doc_poll limit 1");
        var idea = await hub.Ask<string>("select number from hub.mt_doc_idea where state = 'Published' order by number limit 1");
        var person = await hub.Ask<Guid>("""select "Id" from people.users order by "Id" limit 1""");
        return
        [
            .. hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains(method))
                .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
                .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(part => part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(e.RoutePattern.RawText!, parameter),
                    _ => "",
                })))))
                .Where(path => !path.StartsWith("/_", StringComparison.Ordinal) && !path.StartsWith("/hubs/", StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal))
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
        ];

        string Value(string pattern, Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) => parameter switch
        {
            { IsCatchAll: true } => "*",
            { Name: "Number" or "number" } when pattern.Contains("ideen", StringComparison.Ordinal) => idea,
            { Name: "Key" or "key" } => pattern.Contains("gruppen", StringComparison.Ordinal) ? "energie" : "2026",
            { Name: "Code" or "code" } when pattern.Contains("live", StringComparison.Ordinal) => code,
            { Name: "documentName" } => "v1",
            { Name: "size" } => "480",
            { Name: "category" or "Category" } => "familien",
            { Name: "number" or "Number" or "card" } => "1",
            _ when pattern.Contains("personen", StringComparison.Ordinal) => person.ToString(),
            _ => poll.ToString(),
        };
    }

    /// <summary>Each table with how many rows it has and what is in them.</summary>
    private static async Task<HashSet<string>> Rows(RunningHub hub)
    {
        var tables = new List<string>();
        await using (var list = hub.Database.CreateCommand("select table_schema || '.' || table_name from information_schema.tables where table_schema in ('hub', 'people', 'ideas', 'halls', 'files') and table_type = 'BASE TABLE'"))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        Assert.True(tables.Count > 30, $"Only {tables.Count} tables were found.");
        var sql = string.Join(" union all ", tables.Except(Bookkeeping, StringComparer.Ordinal).Select(t =>
        {
            var name = string.Join('.', t.Split('.').Select(part => $"\"{part}\""));
            return $"select '{t} ' || count(*) || ' ' || coalesce(sum(hashtextextended(r::text, 0)), 0) from {name} r";
        }));
        await using var command = new NpgsqlCommand(sql, await hub.Database.OpenConnectionAsync());
        await using var connection = command.Connection!;
        var rows = new HashSet<string>(StringComparer.Ordinal);
        await using var found = await command.ExecuteReaderAsync();
        while (await found.ReadAsync()) rows.Add(found.GetString(0));
        return rows;
    }

    /// <summary>Waits until the hub itself has nothing more to write.</summary>
    private static async Task Settled(RunningHub hub)
    {
        var last = await Rows(hub);
        var quiet = 0;
        await Eventually.Holds(async () =>
        {
            var now = await Rows(hub);
            quiet = now.SetEquals(last) ? quiet + 1 : 0;
            last = now;
            return quiet >= 5;
        }, "The hub never came to rest.", TimeSpan.FromSeconds(60));
    }
}
