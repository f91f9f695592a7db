using System.Buffers.Text;
using System.Security.Cryptography;
using Gera.Hub.People;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Gera.Hub.Features.Calendar.Feeds;

/// <summary>Makes the secret address of one's own calendar, or a new one: the old one is dead at once. Without <paramref name="On"/> there is none.</summary>
public sealed record SetMyFeed(bool On) : IWish<Done>;

internal sealed class SetMyFeedVerb : IVerb<SetMyFeed, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(20, 1_000, TimeSpan.FromMinutes(10));

    public Task<Answer<Done>> Do(SetMyFeed wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        deed.Session.QueueSqlCommand("delete from calendar.links where person = ?", me);
        if (wish.On) deed.Session.QueueSqlCommand("insert into calendar.links (id, person, at) values (?, ?, ?) on conflict (person) do update set id = excluded.id, at = excluded.at", deed.NewId(), me, deed.Now);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}

/// <summary>Whose calendar a secret address is.</summary>
public sealed class MyFeeds(HubDatabase database, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Gera.Hub.MyFeed.v1");

    /// <summary>The path of a person's own feed; null without one.</summary>
    public async Task<string?> Path(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select id from calendar.links where person = $1");
        command.Parameters.AddWithValue(person);
        return await command.ExecuteScalarAsync(stop) is Guid id ? $"/kalender/mein/{Base64Url.EncodeToString(protector.Protect(id.ToByteArray()))}.ics" : null;
    }

    /// <summary>Events a secret address shows: those its owner registered for or entered. Null for a dead one.</summary>
    public async Task<IReadOnlyCollection<Guid>?> Events(string code, CancellationToken stop)
    {
        if (code.Length > 500 || !Base64Url.IsValid(code)) return null;
        Guid id;
        try
        {
            id = new Guid(protector.Unprotect(Base64Url.DecodeFromChars(code)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
        await using var command = database.Source.CreateCommand(
            $"""
            select l.person, e.id from calendar.links l left join {Board.EventSight.Table} e on {Board.EventSight.Everyone}
                and (e.author = l.person or e.id in (select s.event from calendar.seats s where s.person = l.person and s.state between 1 and 3)) where l.id = $1
            """);
        command.Parameters.AddWithValue(id);
        var found = new List<Guid>();
        var known = false;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            known = true;
            if (!reader.IsDBNull(1)) found.Add(reader.GetGuid(1));
        }
        return known ? found : null;
    }
}
