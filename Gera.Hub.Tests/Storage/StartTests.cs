using System.Net;
using System.Net.Sockets;
using Gera.Hub.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Gera.Hub.Tests.Storage;

/// <summary>What an operator gets wrong is answered with one sentence and exit code 1, by the real program.</summary>
public sealed class StartTests(HubFixture home) : IDisposable
{
    private readonly string folder = TempFolders.Create();

    public void Dispose() => TempFolders.Remove(folder);

    [Theory]
    [InlineData("Halls__Writers", "99", "Halls:Writers must be between 1 and 16.")]
    [InlineData("Halls__Writers", "viele", "Halls:Writers")]
    [InlineData("Halls__Wirters", "2", "Wirters")]
    [InlineData("Hub__PublicAddress", "hub.example.org", "Hub:PublicAddress must look like https://hub.example.org")]
    [InlineData("Hub__TrustedProxies__0", "proxy", "\"proxy\" is no IP address")]
    [InlineData("Hub__Demo", "vielleicht", "Hub:Demo")]
    [InlineData("ASPNETCORE_URLS", "nirgends", "nirgends")]
    public async Task A_bad_setting(string key, string value, string sentence) => await Refuses(sentence, [Given(await home.NewDatabase("start")), (key, value)]);

    [Fact]
    public Task A_connection_string_that_is_none() => Refuses("ConnectionStrings:Hub cannot be read", [Given("gibt es nicht")]);

    [Fact]
    public async Task A_wrong_password() => await Refuses("The database cannot be used", [Given((await home.NewDatabase("start")) + ";Password=falsch")]);

    // Known bad: an exception that is not foreseen ends the program with 134 and its stack. With room for one the first connection stands and the second fails.
    [Theory, InlineData(0), InlineData(1)]
    public async Task A_database_without_a_free_connection(int room)
    {
        var given = await home.NewDatabase("start");
        var name = new Npgsql.NpgsqlConnectionStringBuilder(given).Database;
        await using (var owner = new Npgsql.NpgsqlConnection(await home.NewDatabase("start")))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var limit = new Npgsql.NpgsqlCommand($"alter database \"{name}\" connection limit {room}", owner);
            await limit.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await Refuses("The database has no connection left", [Given(given)]);
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await Refuses("address already in use", [Given(await home.NewDatabase("start")), ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")]);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written()
    {
        var file = Path.Combine(folder, "datei");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await Refuses("cannot be made or written to", [Given(""), ("Hub__DataDirectory", Path.Combine(file, "var"))]);
    }

    [Fact]
    public async Task A_data_folder_of_another_hub()
    {
        await using var first = await EmbeddedPostgres.Start(new() { DataDirectory = folder }, NullLogger.Instance, TestContext.Current.CancellationToken);
        await Refuses("Another hub that is running owns the data folder", [Given(""), ("Hub__DataDirectory", folder)]);
    }

    [Fact]
    public async Task A_database_that_answers_before_it_has_written()
    {
        await using var unsafely = await EmbeddedPostgres.Start(new() { DataDirectory = folder, Settings = new Dictionary<string, string> { ["fsync"] = "off" } }, NullLogger.Instance, TestContext.Current.CancellationToken);
        await Refuses("fsync = off", [Given(unsafely.ConnectionString)]);
    }

    [Fact]
    public async Task What_the_embedded_database_is_told_stands_in_the_rolling_log()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "fremd.txt"), "von jemand anderem", TestContext.Current.CancellationToken);
        await using (var hub = HubProcess.Start(Given(""), ("Hub__DataDirectory", folder), ("Hub__Fresh", "true"))) await hub.Ready();
        Assert.Contains("was not emptied", string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "logs"), "hub-*.log").Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    private static (string, string) Given(string connection) => ("ConnectionStrings__Hub", connection);

    private async Task Refuses(string sentence, (string, string)[] settings)
    {
        await using var hub = HubProcess.Start([("Hub__DataDirectory", folder), .. settings]);
        Assert.Equal(1, await hub.Ended());
        Assert.Contains(sentence, hub.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", hub.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", hub.Said, StringComparison.Ordinal);
    }
}
