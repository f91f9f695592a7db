using System.Text;
using Gera.Hub.People.Data;
using Gera.Hub.Tests.People.Accounts;
using Gera.Hub.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Data;

/// <summary>After an account is gone and the nightly sweep has run, nobody finds its address or name in any file the hub keeps.</summary>
public sealed class SweepTests
{
    private static readonly string[] Traces = ["zilpzalp", "eulenspiegel", "pirolwiese"];

    // Known bad: without the rewriting the pages of people.users keep both,
    // without the dropping of segments the write-ahead log does, and without the removal of files the folder of mails;
    // without the wait for others the rows live on for whoever began to read before they were deleted.
    [Fact]
    public async Task Nothing_of_somebody_who_left_is_in_any_file()
    {
        var folder = TempFolders.Create();
        try
        {
            await using var hub = await RunningHub.Embedded(folder);
            var data = await hub.Ask<string>("show data_directory");
            using var guest = new Guest(hub);
            await guest.Registers(Canary.Mail, Canary.Name);
            await guest.Sends("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", Canary.Mail), "bestaetigen");
            await guest.LogsIn(Canary.Mail, Newcomer.Password);
            using var person = await Leader.LogIn(hub, Canary.Mail, Newcomer.Password);
            await guest.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", Canary.Mail));
            await guest.Registers(Canary.Mail, Canary.Name);
            using var jonas = await Leader.LogIn(hub, "leader", 0);
            var (code, _) = await jonas.Session("account");
            await using (var phone = await Voter.Join(hub, code, token: person.Token))
                Assert.Equal("counted", (await phone.Vote(await jonas.Open(code, new { question = "Was fehlt?", kind = "text", options = Array.Empty<string>() }), Canary.Words)).Status);
            // A table that will be empty: what the planner knew of its rows outlives an analysis.
            await hub.Tamper("""insert into people.blocks ("Id", "UserId", "By", "Reason", "At", "LiftedAt") select gen_random_uuid(), $1, $1, 'Zilpzalp hat gestört', now(), now() from generate_series(1, 40)""", person.Caller.User!.Value);
            // An exceptional row, as Marten and the driver report it, names its values too.
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => hub.Tamper("insert into people.users select * from people.users where \"Email\" = $1", Canary.Mail));
            await hub.Tamper("analyze");
            await hub.Tamper("checkpoint");
            await Eventually.Holds(async () => await hub.Ask<long>("select count(*) from people.mails where \"SentAt\" is null") == 0, "Mails wait.");
            Assert.All(["base", "pg_wal"], place => Assert.NotEmpty(Found(Path.Combine(data, place))));
            Assert.NotEmpty(Found(Path.Combine(folder, "mail")));

            var reader = await Reads(hub);
            Assert.True((await hub.Door.Send<LeaveHub, Done>(new LeaveHub(Canary.Mail, Newcomer.Password, false), person.Caller, TestContext.Current.CancellationToken)).Granted);
            var anke = await Somebody.Administrator(hub);
            var sweeps = anke.Does<SweepDeleted, Swept>(new SweepDeleted());
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await reader.DisposeAsync();
            var swept = await sweeps;
            Assert.Equal(([], true), (swept.InUse.ToArray(), swept.LogIsClean));
            Assert.True(swept is { Tables: > 30, Files: > 0 });
            Assert.Empty(Found(data));
            Assert.Empty(Found(folder));
            // The hub lives on.
            Assert.NotEmpty((await jonas.Session()).Code);
        }
        finally
        {
            TempFolders.Remove(folder);
        }
    }

    [Theory]
    [InlineData("2026-11-23T18:00:00Z", "2026-11-24T02:15:00Z")]
    [InlineData("2026-11-24T02:14:00Z", "2026-11-24T02:15:00Z")]
    [InlineData("2026-11-24T02:15:00Z", "2026-11-25T02:15:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "2026-10-25T02:15:00Z")] // the clocks go back in between
    public void It_runs_at_night_by_the_clocks_of_Gera(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), RetentionJob.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Somebody who sees the database as it is now until they are disposed of.</summary>
    private static async Task<Npgsql.NpgsqlConnection> Reads(RunningHub hub)
    {
        var reader = await hub.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var begin = new Npgsql.NpgsqlCommand("begin isolation level repeatable read; select 1", reader);
        await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return reader;
    }

    /// <summary>Files below a folder that hold a trace, in whatever case.</summary>
    private static List<string> Found(string folder)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            try
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
                found.AddRange(Traces.Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{file}: {trace}"));
            }
            catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException || e is IOException && Path.GetFileName(file) == "hub.lock")
            {
                // Gone while we looked, or held by the hub: it holds no text.
            }
        }
        return found;
    }
}
