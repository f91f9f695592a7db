using Gera.Hub.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Gera.Hub.Tests.Testing;

/// <summary>The real program on Kestrel, on a free port of the loopback; only the database and, where asked for, the clock are handed in.</summary>
public sealed class RunningHub : WebApplicationFactory<Program>
{
    private readonly string database;
    private readonly TimeProvider? clock;
    private readonly (string Key, string Value)[] settings;

    private RunningHub(string database, TimeProvider? clock, (string, string)[] settings)
    {
        (this.database, this.clock, this.settings) = (database, clock, settings);
        UseKestrel(0);
    }

    public Uri Address => ClientOptions.BaseAddress;

    public NpgsqlDataSource Database => Services.GetRequiredService<HubDatabase>().Source;

    public Door Door => Services.GetRequiredService<Door>();

    /// <summary>Starts a hub and waits until it takes requests.</summary>
    public static async Task<RunningHub> On(string database, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var hub = new RunningHub(database, clock, settings);
        hub.StartServer();
        using var http = new HttpClient { BaseAddress = hub.Address };
        await Eventually.Holds(async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "The hub did not become ready.", TimeSpan.FromSeconds(60));
        return hub;
    }

    /// <summary>A hub that brings its own PostgreSQL in that folder, as one that was given no connection string.</summary>
    public static Task<RunningHub> Embedded(string folder, params (string Key, string Value)[] settings) => On("", null, [("Hub:DataDirectory", folder), .. settings]);

    /// <summary>Mail and password of the demo people of one role, in the order they were told.</summary>
    public (string Mail, string Password)[] Demo(string role) =>
        [.. Services.GetRequiredService<DemoTown>().Lines.Select(l => l.Split(' ')).Where(l => l.Length == 3 && l[0] == role).Select(l => (l[1], l[2]))];

    /// <summary>One number or text out of the database, seen with all rights.</summary>
    public async Task<T> Ask<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Changes rows behind the hub's back.</summary>
    public async Task<int> Tamper(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return await command.ExecuteNonQueryAsync();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // What a test sets itself comes last and wins.
        builder.ConfigureHostConfiguration(configuration => configuration
            .AddInMemoryCollection([new("ConnectionStrings:Hub", database), new("Hub:Demo", "true"), .. Folder(), new("Serilog:MinimumLevel:Default", "Warning")])
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))));
        return base.CreateHost(builder);
    }

    /// <summary>Mails of one database lie apart from those of another: what a hub sweeps away is its own.</summary>
    private IEnumerable<KeyValuePair<string, string?>> Folder() =>
        database.Length == 0 ? [] : [new("Hub:DataDirectory", Path.Combine(AppContext.BaseDirectory, "var", new NpgsqlConnectionStringBuilder(database).Database!))];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.ConfigureTestServices(services => services.AddSingleton<Gera.Hub.People.Mail.IMailTemplate, Gera.Hub.Tests.People.Mail.ProbeTemplate>());
        if (clock is not null) builder.ConfigureTestServices(services => services.AddSingleton(clock));
    }
}
