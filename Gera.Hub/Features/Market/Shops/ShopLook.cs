using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>A shop as its pages show it.</summary>
/// <param name="MayChange">Whether the reader acts for it, or is staff.</param>
/// <param name="IsStaff">Whether the reader decides about it.</param>
public sealed record ShopView(Shop Shop, ShopWords Words, bool MayChange, bool IsStaff);

/// <summary>Single shops, for whoever may see them.</summary>
public sealed class ShopLook(IDocumentStore store, HubDatabase database)
{
    /// <summary>Null where the reader may not know of it.</summary>
    public async Task<ShopView?> At(string slug, Person reader, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return slug.Length <= 60 && await session.Query<Shop>().FirstOrDefaultAsync(s => s.Slug == slug, stop) is { } shop ? await View(shop, reader, stop) : null;
    }

    /// <summary>As a stranger sees it.</summary>
    public async Task<ShopView?> Public(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Shop>(id, stop) is { } shop ? await View(shop, Person.Nobody, stop) : null;
    }

    /// <summary>Which of these everyone may see.</summary>
    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select s.id from {ShopSight.Table} s where s.id = any($1) and {ShopSight.Everyone}");
        command.Parameters.AddWithValue(ids.ToArray());
        var found = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>What shop and staff said, oldest first.</summary>
    public async Task<IReadOnlyList<(bool Staff, string Words, DateTimeOffset At)>> Talk(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select staff, words, at from market.talk where shop = $1 order by at limit 200");
        command.Parameters.AddWithValue(id);
        var found = new List<(bool, string, DateTimeOffset)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add((reader.GetBoolean(0), reader.GetString(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, stop)));
        return found;
    }

    private async Task<ShopView?> View(Shop shop, Person reader, CancellationToken stop)
    {
        if (shop.State == ShopState.Closed) return null;
        var staff = ShopDesk.IsStaff(reader);
        var may = staff || shop.IsOf(reader);
        if (!shop.IsPublished && !may) return null;
        await using var command = database.Source.CreateCommand("select words::text from market.words where shop = $1 and is_current");
        command.Parameters.AddWithValue(shop.Id);
        return await command.ExecuteScalarAsync(stop) is string words ? new ShopView(shop, ShopWords.Parse(words), may, staff) : null;
    }
}
