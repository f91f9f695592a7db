using Gera.Hub.People.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Gera.Hub.Tests.People.Data;

/// <summary>What is promised to be deleted is deleted, and nothing else.</summary>
public sealed class RetentionTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_rule_deletes_the_old_and_leaves_the_young()
    {
        var hub = await home.Own();
        using var person = await Canary.Arrives(hub);
        var id = person.Caller.User!.Value;
        foreach (var days in new[] { 1, 4000 })
        {
            var then = DateTime.UnixEpoch.AddDays((TimeProvider.System.GetUtcNow().UtcDateTime - DateTime.UnixEpoch).TotalDays - days);
            foreach (var sql in new[]
            {
                """insert into people.mails ("Id", "Kind", "Language", "Data", "At", "DueAt", "Attempts", "SentAt") values (gen_random_uuid(), 'x', 'de', '{}', $1, $1, 1, $1)""",
                """insert into people.mails ("Id", "Kind", "Language", "Data", "At", "DueAt", "Attempts", "DeadAt") values (gen_random_uuid(), 'x', 'de', '{}', $1, $1, 1, $1)""",
                """insert into people.notices ("Id", "UserId", "Kind", "About", "Times", "Data", "Link", "At", "ReadAt") values (gen_random_uuid(), $2, 'x', '', 1, '{}', '/', $1, $1)""",
                """insert into people.notices ("Id", "UserId", "Kind", "About", "Times", "Data", "Link", "At") values (gen_random_uuid(), $2, 'x', $1::text, 1, '{}', '/', $1)""",
                """insert into people.sign_ins ("Id", "UserId", "At", "SeenAt", "Device", "Strong") values (gen_random_uuid(), $2, $1, $1, '', false)""",
                """insert into people.codes ("Hash", "Purpose", "At", "Until") values (uuid_send(gen_random_uuid()), 'x', $1, $1)""",
                """insert into people.codes ("Hash", "Purpose", "Data", "At", "Until") values (uuid_send(gen_random_uuid()), 'invitation', '{"mail": "x@gera.example"}', $1, $1 + interval '3990 days')""",
                """insert into people.users ("Id", "DisplayName", "Language", "CreatedAt", "Disabled", "Demo", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount") values (gen_random_uuid(), '', 'de', $1, false, false, false, false, false, false, 0)""",
                """insert into people.blocks ("Id", "UserId", "By", "Reason", "At", "Until") values (gen_random_uuid(), $2, $2, '', $1, $1)""",
                """insert into people.grants ("Id", "UserId", "Role", "Scope", "Reason", "At", "EndedAt") values (gen_random_uuid(), $2, 'x', '', '', $1, $1)""",
                """insert into people.consents ("Id", "UserId", "Kind", "Version", "At", "RevokedAt") values (gen_random_uuid(), $2, 'x', '', $1, $1)""",
                """insert into ideas.reports (id, of_case, person, reason, words, at) values (gen_random_uuid(), gen_random_uuid(), $2, 'Insult', '', $1)""",
                """insert into portal.readers (id, address, themes, rhythm, language, terms, asked_at, told_until) values (gen_random_uuid(), $1::text || '@gera.example', '{}', 0, 'de', 'x', $1, $1)""",
                """insert into portal.embargoes (id, announcement, hash, name, outlet, at, until) values (gen_random_uuid(), gen_random_uuid(), uuid_send(gen_random_uuid()), 'x', 'x', $1, $1)""",
                """insert into portal.press_drafts (announcement, person, version, words, at) values (gen_random_uuid(), $2, 1, '{}', $1)""",
                """insert into calendar.seats (id, event, original, person, name, language, answers, state, at) values (gen_random_uuid(), gen_random_uuid(), $1, $2, 'x', 'de', '[]', 2, $1)""",
                """insert into calendar.seats (id, event, original, mail, name, language, answers, state, at) values (gen_random_uuid(), gen_random_uuid(), '2999-01-01', 'x', 'x', 'de', '[]', 0, $1)""",
                """insert into hub.mt_doc_feedback (id, data, mt_version, mt_dotnet_type) values (gen_random_uuid(), jsonb_build_object('answeredAt', $1, 'secret', $1::text, 'reference', $1::text), gen_random_uuid(), 'x')""",
                """insert into people.staff_deeds ("Id", "By", "Verb", "About", "At") values (gen_random_uuid(), $2, 'x', '', $1)""",
            })
                await Insert(hub, sql, then, id);
        }
        var job = hub.Services.GetRequiredService<RetentionJob>();
        var gone = await job.Run(Stop);
        Assert.Equal(hub.Services.GetServices<Retention>().Select(r => r.Key).Order(StringComparer.Ordinal), gone!.Keys.Order(StringComparer.Ordinal));
        Assert.All(gone, rule => Assert.Equal((rule.Key, 1), (rule.Key, rule.Value)));
        Assert.All((await job.Run(Stop))!, rule => Assert.Equal(0, rule.Value));
    }

    [Fact]
    public async Task One_process_at_a_time_does_it()
    {
        var hub = await home.Own();
        await using var other = await hub.Database.OpenConnectionAsync(Stop);
        await using var transaction = await other.BeginTransactionAsync(Stop);
        await using (var hold = new NpgsqlCommand($"select pg_advisory_xact_lock({RetentionJob.Lock})", other)) await hold.ExecuteNonQueryAsync(Stop);
        Assert.Null(await hub.Services.GetRequiredService<RetentionJob>().Run(Stop));
    }

    private static async Task Insert(RunningHub hub, string sql, DateTime then, Guid person)
    {
        await using var command = hub.Database.CreateCommand(sql.Replace("$1::text", "to_char($1, 'YYYY')", StringComparison.Ordinal));
        command.Parameters.AddWithValue(DateTime.SpecifyKind(then, DateTimeKind.Utc));
        if (sql.Contains("$2", StringComparison.Ordinal)) command.Parameters.AddWithValue(person);
        await command.ExecuteNonQueryAsync();
    }
}
