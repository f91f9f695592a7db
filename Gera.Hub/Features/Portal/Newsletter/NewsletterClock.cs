using Gera.Hub.Features.Portal.Press;
using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>
/// Puts what was published since into one mail a reader, by each reader's rhythm. Up to where somebody was told and the mail itself are one transaction,
/// so that several hub processes tell of each announcement once.
/// </summary>
internal sealed class NewsletterClock(IServiceScopeFactory scopes, Outbox outbox, ReaderCodes codes, TimeProvider clock, ILogger<NewsletterClock> log) : Rounds(Tick, clock, log)
{
    private const int Most = 100, News = 30;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    /// <summary>An announcement of this moment may still be on its way into the database; so long it is waited for.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    private const string Due = $"""
        select r.id, r.address, r.language, r.themes, r.told_until, c.cut from portal.readers r
        join lateral (select case r.rhythm when 0 then $1 when 1 then $2 else $3 end as cut) c on true
        where r.confirmed_at is not null and exists (select from {PressSight.Table} a where a.state in ('Scheduled', 'Published', 'Corrected') and a.publish_at > r.told_until and a.publish_at <= c.cut
            and coalesce(a.data -> 'words' ->> 'theme', r.themes[1]) = any(r.themes))
        order by r.id limit $4 for update of r skip locked
        """;

    private const string Since = $"""
        select a.data -> 'words' ->> 'title', a.data -> 'words' ->> 'lead', a.data ->> 'path' from {PressSight.Table} a
        where a.state in ('Scheduled', 'Published', 'Corrected') and a.publish_at > $1 and a.publish_at <= $2 and coalesce(a.data -> 'words' ->> 'theme', $3[1]) = any($3) order by a.publish_at desc limit $4
        """;

    /// <returns>How many mails were posted.</returns>
    public async Task<int> Post(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        await using var transaction = await people.Database.BeginTransactionAsync(stop);
        var connection = (NpgsqlConnection)people.Database.GetDbConnection();
        var due = await Take(connection, stop);
        foreach (var reader in due)
        {
            outbox.Post(people, new Letter(NewsMail.Name, new NewsData(await Items(connection, reader, stop), codes.Keep(reader.Id), codes.End(reader.Id)), Address: reader.Address, Language: reader.Language));
            await using var told = new NpgsqlCommand("update portal.readers set told_until = $2 where id = $1", connection);
            told.Parameters.AddWithValue(reader.Id);
            told.Parameters.AddWithValue(reader.Cut);
            await told.ExecuteNonQueryAsync(stop);
        }
        await people.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Count;
    }

    protected override async Task Look(CancellationToken stop)
    {
        while (await Post(stop) > 0)
        {
        }
    }

    private async Task<List<Reader>> Take(NpgsqlConnection connection, CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Due, connection);
        foreach (var value in new object[] { now - Lag, PersonalWords.LastAt(Digests.Hour, now), PersonalWords.LastMondayAt(Digests.Hour, now), Most }) command.Parameters.AddWithValue(value);
        var due = new List<Reader>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            due.Add(new Reader(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), await rows.GetFieldValueAsync<string[]>(3, stop), await rows.GetFieldValueAsync<DateTimeOffset>(4, stop), await rows.GetFieldValueAsync<DateTimeOffset>(5, stop)));
        return due;
    }

    private static async Task<List<NewsItem>> Items(NpgsqlConnection connection, Reader reader, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Since, connection);
        foreach (var value in new object[] { reader.Since, reader.Cut, reader.Themes, News }) command.Parameters.AddWithValue(value);
        var items = new List<NewsItem>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) items.Add(new NewsItem(rows.GetString(0), rows.GetString(1), $"/presse/{rows.GetString(2)}"));
        return items;
    }

    private sealed record Reader(Guid Id, string Address, string Language, string[] Themes, DateTimeOffset Since, DateTimeOffset Cut);
}
