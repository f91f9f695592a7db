using System.Text;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.People.Data;

/// <summary>Somebody whose name, address and words occur nowhere else, so that a trace of them is seen.</summary>
internal static class Canary
{
    public const string Name = "Zilpzalp Eulenspiegel", Mail = "zilpzalp@eulenspiegel.example", Password = "zehn-geheime-Zeichen", Question = "Wann nistet der Pirol am Kanal?", Signed = "Frau Pirolin", Words = "Pirolwiese";

    public static readonly string[] Traces = ["Zilpzalp", "Eulenspiegel", "Pirol"];

    /// <summary>Makes the account and logs it in.</summary>
    public static async Task<Leader> Arrives(RunningHub hub, string mail = Mail, DateTimeOffset? made = null)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        var now = made ?? hub.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var result = await users.CreateAsync(new HubUser { Id = Ids.At(now), Email = mail, UserName = mail, DisplayName = Name, EmailConfirmed = true, CreatedAt = now }, Password);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
        return await Leader.LogIn(hub, mail, Password);
    }

    /// <summary>Rows of all tables of the database that hold one of the texts, seen with all rights.</summary>
    public static async Task<List<string>> Found(RunningHub hub, params string[] traces)
    {
        var found = new List<string>();
        var tables = (await hub.Ask<string>("select string_agg(format('%I.%I', schemaname, tablename), ' ') from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")).Split(' ');
        Assert.True(tables.Length > 30);
        foreach (var table in tables)
            foreach (var trace in traces)
                if (await hub.Ask<long>($"select count(*) from {table} t where lower(t::text) like '%' || lower($1) || '%' or lower(t::text) like '%' || $2 || '%'", trace, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(trace))) is > 0 and var rows)
                    found.Add($"{table}: {trace} ({rows})");
        return found;
    }
}
