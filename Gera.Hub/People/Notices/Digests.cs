using Gera.Hub.People.Mail;
using Gera.Hub.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.People.Notices;

/// <summary>
/// Turns notices into mails by each person's rules: one mail for all that is due. Taking a notice and posting its mail is one transaction,
/// so that several hub processes tell of each notice once.
/// </summary>
internal sealed class Digests(IServiceScopeFactory scopes, IEnumerable<NoticeKind> kinds, Outbox outbox, UnsubscribeCodes codes, TimeProvider clock, ILogger<Digests> log) : Rounds(Tick, clock, log)
{
    /// <summary>When daily and weekly mails go out, in Gera; weekly ones on Mondays.</summary>
    public const int Hour = 7;

    private const int Most = 500;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private const string Take = """
        with known as (select * from unnest($1, $2) k(kind, rhythm)),
        due as (
          select n."Id" from people.notices n
          join people.users u on u."Id" = n."UserId" and u."EmailConfirmed" and not u."Disabled"
          join known k on k.kind = n."Kind"
          left join people.notice_rules r on r."UserId" = n."UserId" and r."Kind" = n."Kind"
          where n."MailedAt" is null and n."ReadAt" is null
            and n."At" <= case coalesce(r."Rhythm", k.rhythm) when 0 then $3 when 1 then $4 when 2 then $5 else '-infinity' end
          order by n."UserId", n."At" limit $6 for update of n skip locked)
        update people.notices n set "MailedAt" = $3 from due where n."Id" = due."Id"
        returning n."UserId", n."Kind", n."Times", n."Data"::text, n."Link", n."At"
        """;

    /// <returns>How many mails were posted.</returns>
    public async Task<int> Post(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        await using var transaction = await people.Database.BeginTransactionAsync(stop);
        var due = await Due((NpgsqlConnection)people.Database.GetDbConnection(), stop);
        foreach (var person in due.GroupBy(d => d.Person))
        {
            var items = person.OrderByDescending(d => d.Item.At).Select(d => d.Item).ToArray();
            outbox.Post(people, new Letter(DigestMail.Name, new DigestData(items, codes.Path(person.Key, items.Select(i => i.Kind).Distinct())), person.Key));
        }
        await people.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Select(d => d.Person).Distinct().Count();
    }

    protected override async Task Look(CancellationToken stop)
    {
        while (await Post(stop) > 0)
        {
        }
    }

    private async Task<List<(Guid Person, DigestItem Item)>> Due(NpgsqlConnection connection, CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Take, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. kinds.Select(k => k.Name)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. kinds.Select(k => (int)k.Default)] });
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(PersonalWords.LastAt(Hour, now));
        command.Parameters.AddWithValue(PersonalWords.LastMondayAt(Hour, now));
        command.Parameters.AddWithValue(Most);
        var due = new List<(Guid, DigestItem)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            due.Add((reader.GetGuid(0), new DigestItem(reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), await reader.GetFieldValueAsync<DateTimeOffset>(5, stop))));
        return due;
    }
}
