using System.Net;
using Gera.Hub.People.Grants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Gera.Hub.Tests.People;

/// <summary>A hub of the first release is started anew with this one: nobody loses what they had.</summary>
public sealed class UpgradeTests(HubFixture home)
{
    private const string First = "20261123045909_First", Password = "Kamille Dampfer Elster";

    [Fact]
    public async Task People_of_the_first_release_keep_password_roles_and_what_they_led()
    {
        var database = await home.NewDatabase("upgrade");
        await Migrate(database, First);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            foreach (var role in new[] { Role.Administrator, Role.Leader, Role.Press })
                await Run(connection, "insert into people.roles (\"Id\", \"Name\", \"NormalizedName\") values (gen_random_uuid(), $1, upper($1))", role);
            foreach (var (name, roles) in new[] { ("anke", new[] { Role.Administrator }), ("jonas", [Role.Leader]), ("petra", [Role.Press, Role.Leader]), ("ada", Array.Empty<string>()) })
            {
                await Run(connection, """
                    insert into people.users ("Id", "DisplayName", "Disabled", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
                    values (gen_random_uuid(), initcap($1), false, $1 || '@alt.example', upper($1 || '@alt.example'), $1 || '@alt.example', upper($1 || '@alt.example'), true, $2, 'old', false, false, true, 0)
                    """, name, new PasswordHasher<HubUser>().HashPassword(new HubUser(), Password));
                foreach (var role in roles)
                    await Run(connection, "insert into people.user_roles (\"UserId\", \"RoleId\") select u.\"Id\", r.\"Id\" from people.users u, people.roles r where u.\"Email\" = $1 || '@alt.example' and r.\"Name\" = $2", name, role);
            }
            await Run(connection, "insert into people.sign_ins (\"Id\", \"UserId\", \"At\") select gen_random_uuid(), \"Id\", now() from people.users");
        }

        await using var hub = await RunningHub.On(database);
        Assert.Equal(["administrator|"], await Grants(hub, "anke"));
        Assert.Equal(WorkingGroup.All.Select(g => $"leader|{g}").Order(StringComparer.Ordinal), await Grants(hub, "jonas"));
        Assert.Equal(WorkingGroup.All.Select(g => $"leader|{g}").Append("press|").Order(StringComparer.Ordinal), await Grants(hub, "petra"));
        Assert.Empty(await Grants(hub, "ada"));
        Assert.False(await hub.Ask<bool>("select bool_or(\"Demo\") from people.users where \"Email\" like '%@alt.example'"));
        foreach (var name in new[] { "anke", "jonas", "petra", "ada" })
        {
            using var guest = new Guest(hub);
            Assert.Equal("/konto", (await guest.LogsIn(name + "@alt.example", Password)).Location);
            foreach (var page in new[] { "/konto", "/konto/geraete", "/konto/sicherheit", "/mein-hub", "/konto/daten" })
            {
                var look = await guest.Sees(page);
                Assert.Equal((page, HttpStatusCode.OK), (page, look.Status));
                Assert.DoesNotContain("0001", look.Text, StringComparison.Ordinal); // no day that nobody noted
            }
        }
        using var jonas = await Leader.LogIn(hub, "jonas@alt.example", Password);
        Assert.Null((await hub.Door.Send<StartSession, SessionStarted>(new StartSession("Wie zuvor", Access.Anyone, "energie"), jonas.Caller, TestContext.Current.CancellationToken)).Refusal);
        // The administrator's role waits for the second factor that is new, and says so.
        using var anke = await Leader.LogIn(hub, "anke@alt.example", Password);
        Assert.Equal("second_factor_required", (await hub.Door.Send<EnableAccount, Done>(new EnableAccount(jonas.Caller.User!.Value), anke.Caller, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    // Known bad: without the second migration the year 1 stands on the page of devices.
    [Fact]
    public async Task Days_that_an_early_release_left_in_the_year_one_are_mended()
    {
        var database = await home.NewDatabase("upgrade_days");
        await Migrate(database, "20261123081607_People");
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            foreach (var name in new[] { "anke", "ada" })
                await Run(connection, """
                    insert into people.users ("Id", "DisplayName", "Language", "CreatedAt", "Disabled", "Demo", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
                    values (gen_random_uuid(), initcap($1), 'de', case $1 when 'ada' then '-infinity' else '0001-01-01 00:00:00+00'::timestamptz end, false, false, $1 || '@alt.example', upper($1 || '@alt.example'), $1 || '@alt.example', upper($1 || '@alt.example'), true, $2, 'old', false, false, true, 0)
                    """, name, new PasswordHasher<HubUser>().HashPassword(new HubUser(), Password));
            await Run(connection, """
                insert into people.sign_ins ("Id", "UserId", "At", "SeenAt", "Device", "Strong") select gen_random_uuid(), "Id", '2026-11-22 10:00Z', case "DisplayName" when 'Ada' then '-infinity' else '0001-01-01 00:00:00+00'::timestamptz end, '', false from people.users
                """);
        }

        await using var hub = await RunningHub.On(database);
        Assert.Equal(2, await hub.Ask<long>("select count(*) from people.users where \"Email\" like '%@alt.example' and \"CreatedAt\" = '2026-11-22 10:00Z'"));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.sign_ins where \"SeenAt\" < \"At\""));
        using var ada = new Guest(hub);
        await ada.LogsIn("ada@alt.example", Password);
        var devices = await ada.Sees("/konto/geraete");
        Assert.Contains("22. November 2026", devices.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", devices.Text, StringComparison.Ordinal);
    }

    private static async Task Migrate(string database, string to)
    {
        await using var shape = new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
        await using var old = new PeopleDb(new DbContextOptionsBuilder<PeopleDb>().UseApplicationServiceProvider(shape).UseNpgsql(database, pg => pg.MigrationsHistoryTable("migrations", PeopleDb.Schema)).Options);
        await old.GetService<IMigrator>().MigrateAsync(to, TestContext.Current.CancellationToken);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> Grants(RunningHub hub, string name) => await hub.Ask<string[]>("""
        select coalesce(array_agg(g."Role" || '|' || g."Scope" order by g."Role" || '|' || g."Scope" collate "C"), '{}') from people.grants g join people.users u on u."Id" = g."UserId" where u."Email" = $1 || '@alt.example' and g."EndedAt" is null
        """, name);
}
