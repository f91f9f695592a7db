using System.Diagnostics;
using System.Globalization;
using Gera.Hub.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Gera.Hub.Tests.Storage;

public sealed partial class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = TempFolders.Create();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => TempFolders.Remove(folder);

    [Fact]
    public async Task A_first_start_answers_and_makes_a_database_that_sorts_German()
    {
        await using var postgres = await Start();

        Assert.Equal("hub", await Ask<string>(postgres, "SELECT current_database()::text"));
        Assert.Equal("i de-DE", await Ask<string>(postgres, "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'hub'"));
        Assert.Equal("Ä,B", await Ask<string>(postgres, "SELECT string_agg(x, ',' ORDER BY x) FROM (VALUES ('B'), ('Ä')) t(x)"));
        Assert.Equal("'backerei':1", await Ask<string>(postgres, "SELECT to_tsvector('german', 'BÄCKEREIEN')::text"));
    }

    [Fact]
    public async Task The_settings_that_keep_and_hide_votes_are_really_on()
    {
        await using var postgres = await Start();

        var expected = new Dictionary<string, string>
        {
            ["fsync"] = "on",
            ["full_page_writes"] = "on",
            ["synchronous_commit"] = "on",
            ["wal_level"] = "minimal",
            ["wal_recycle"] = "off",
            ["max_wal_senders"] = "0",
            ["wal_keep_size"] = "0",
            ["archive_mode"] = "off",
            ["TimeZone"] = "UTC",
            ["max_connections"] = "200",
            ["log_min_error_statement"] = "panic",
            ["log_parameter_max_length_on_error"] = "0",
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = "",
            ["password_encryption"] = "scram-sha-256",
        };
        foreach (var (name, value) in expected) Assert.Equal($"{name}={value}", $"{name}={await Ask<string>(postgres, $"SHOW {name}")}");
    }

    [Fact]
    public async Task The_hub_is_no_superuser_yet_may_close_and_drop_the_log_of_changes()
    {
        await using var postgres = await Start();

        Assert.False(await Ask<bool>(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
        await Do(postgres, "CREATE TABLE t (v text); INSERT INTO t SELECT repeat('x', 1000) FROM generate_series(1, 50000)");
        await Do(postgres, "SELECT pg_switch_wal()");
        await Do(postgres, "CHECKPOINT");
        await Do(postgres, "SELECT pg_switch_wal()");
        await Do(postgres, "CHECKPOINT");
        Assert.InRange(await Ask<long>(postgres, "SELECT count(*) FROM pg_ls_waldir()"), 1, 2);
        foreach (var trusted in new[] { "pg_trgm", "unaccent", "citext", "pgcrypto" }) await Do(postgres, $"CREATE EXTENSION {trusted}");
    }

    [Fact]
    public async Task A_value_that_is_refused_does_not_reach_the_servers_log()
    {
        await using var postgres = await Start();
        await Do(postgres, "CREATE TABLE marks (mark text PRIMARY KEY); INSERT INTO marks VALUES ('kanarienvogel')");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do(postgres, "INSERT INTO marks VALUES ('kanarienvogel')"));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, refused.SqlState);
        Assert.DoesNotContain("kanarienvogel", await File.ReadAllTextAsync(Path.Combine(folder, "logs", "postgres.log"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_keeps_the_data()
    {
        await using (var first = await Start()) await Do(first, "CREATE TABLE kept AS SELECT 42 AS answer");

        await using var second = await Start();

        Assert.Equal(42, await Ask<int>(second, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_fresh_start_has_forgotten_the_data()
    {
        await using (var first = await Start()) await Do(first, "CREATE TABLE kept AS SELECT 42 AS answer");

        await using var second = await Start(fresh: true);

        Assert.False(await Ask<bool>(second, "SELECT to_regclass('kept') IS NOT NULL"));
    }

    [Fact]
    public async Task A_fresh_start_leaves_a_folder_alone_in_which_no_hub_has_lived()
    {
        var letter = Path.Combine(folder, "brief.txt");
        await File.WriteAllTextAsync(letter, "von jemand anderem", Stop);

        await using var postgres = await Start(fresh: true);

        Assert.True(File.Exists(letter));
    }

    [Fact]
    public async Task What_was_committed_survives_a_kill_of_the_server_and_all_its_children()
    {
        await using var postgres = await Start();
        await Do(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        var address = postgres.ConnectionString;

        await postgres.Kill();
        Assert.Equal(0, postgres.ProcessId);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Ask<int>(postgres, "SELECT 1"));
        await postgres.Restart(Stop);

        Assert.Equal(address, postgres.ConnectionString);
        Assert.Equal(42, await Ask<int>(postgres, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_server_that_somebody_else_killed_comes_back_by_itself()
    {
        await using var postgres = await Start();
        var before = postgres.ProcessId;

        using (var postmaster = Process.GetProcessById(before)) postmaster.Kill();

        await Until(async () => await Ask<int>(postgres, "SELECT 1") == 1 && postgres.ProcessId != before);
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_does_not_hinder()
    {
        string data;
        await using (var first = await Start()) data = first.DataDirectory;
        using var self = Process.GetCurrentProcess();
        await File.WriteAllTextAsync(
            Path.Combine(data, "postmaster.pid"), string.Create(CultureInfo.InvariantCulture, $"{self.Id}\n{data}\n1\n5432\n"), Stop);

        await using var second = await Start();

        Assert.Equal(1, await Ask<int>(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_second_hub_on_the_same_data_is_refused_with_a_sentence()
    {
        await using var first = await Start();

        var refused = await Assert.ThrowsAsync<StartRefused>(() => Start());

        Assert.Contains("Another hub that is running owns the data folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Ask<int>(first, "SELECT 1"));
    }

    [Fact]
    public async Task Missing_binaries_are_answered_with_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<StartRefused>(
            () => EmbeddedPostgres.Start(new() { DataDirectory = folder, BinariesRoot = folder }, NullLogger.Instance, Stop));

        Assert.Contains("npm ci", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initdb_that_was_interrupted_is_repeated()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres.new", "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres.new", "data", "PG_VERSION"), "18", Stop);

        await using var postgres = await Start();

        Assert.Equal(1, await Ask<int>(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task The_server_goes_away_with_its_owner()
    {
        var postgres = await Start();
        var id = postgres.ProcessId;

        await postgres.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.False(File.Exists(Path.Combine(postgres.DataDirectory, "postmaster.pid")));
    }

    private Task<EmbeddedPostgres> Start(bool fresh = false) =>
        EmbeddedPostgres.Start(new EmbeddedPostgresOptions { DataDirectory = folder, Fresh = fresh }, NullLogger.Instance, Stop);

    private static async Task<T> Ask<T>(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static async Task Do(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                if (await holds()) return;
            }
            catch (NpgsqlException) when (tries < 199)
            {
            }

            await patience.WaitForNextTickAsync(Stop);
        }

        Assert.Fail("not within ten seconds");
    }

    private static async Task<string> Owner(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%U", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var owner = await stat.StandardOutput.ReadToEndAsync(Stop);
        await stat.WaitForExitAsync(Stop);
        return owner.Trim();
    }
}
