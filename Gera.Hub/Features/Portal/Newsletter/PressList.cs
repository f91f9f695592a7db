using Gera.Hub.Storage;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Somebody on the press list.</summary>
/// <param name="ConfirmedAt">Null until the link of the mail was used.</param>
public sealed record PressContact(Guid Id, string Mailbox, string Outlet, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt);

/// <summary>Journalists who get each announcement the moment it is out.</summary>
public sealed class PressList(HubDatabase database)
{
    public const int OutletMost = 120;

    private const int Most = 1_000;

    public async Task<IReadOnlyList<PressContact>> All(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select id, address, outlet, asked_at, confirmed_at from portal.readers where outlet is not null order by lower(outlet), lower(address) limit {Most}");
        var contacts = new List<PressContact>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            contacts.Add(new PressContact(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, stop), await reader.IsDBNullAsync(4, stop) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(4, stop)));
        return contacts;
    }

    public async Task<bool> Has(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select exists (select from portal.readers where id = $1 and outlet is not null)");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
