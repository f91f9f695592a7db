using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>A shop in somebody's own list, or before staff.</summary>
public sealed record QueuedShop(Guid Id, string Slug, string Name, string Kind, ShopState State, DateTimeOffset ChangedAt);

/// <summary>Lists of those who make the market: what staff read, one's own shops.</summary>
public sealed class ShopQueue(HubDatabase database)
{
    private const int Most = 200;

    /// <summary>What waits for staff, the oldest first.</summary>
    public Task<IReadOnlyList<QueuedShop>> Waiting(CancellationToken stop) => Read("s.state = 'Waiting'", "s.changed_at", Guid.Empty, stop);

    public Task<IReadOnlyList<QueuedShop>> Suspended(CancellationToken stop) => Read("s.state = 'Suspended'", "s.changed_at desc", Guid.Empty, stop);

    /// <summary>What a person registered or acts for, newest first.</summary>
    public Task<IReadOnlyList<QueuedShop>> Of(Guid person, CancellationToken stop) => Read(
        $"""s.state <> 'Closed' and (s.author = $1 and not (s.data->>'wasOut')::boolean or s.slug in (select "Scope" from people.grants where "UserId" = $1 and "Role" = '{Role.ShopOwner}' and "EndedAt" is null))""", "s.changed_at desc", person, stop);

    private async Task<IReadOnlyList<QueuedShop>> Read(string where, string order, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select s.id, s.slug, w.name, s.kind, s.state, s.changed_at from {ShopSight.Table} s join market.words w on w.shop = s.id and w.is_current where {where} and $1 is not null order by {order} limit {Most}");
        command.Parameters.AddWithValue(person);
        var found = new List<QueuedShop>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            found.Add(new QueuedShop(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Enum.Parse<ShopState>(reader.GetString(4)), await reader.GetFieldValueAsync<DateTimeOffset>(5, stop)));
        return found;
    }
}
