using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>What the market keeps of people: shops they registered or act for, what they said to staff.</summary>
internal sealed class ShopData(IDocumentStore store, HubDatabase database, ShopQueue queue, TimeProvider clock) : IPersonalData
{
    public string Section => "market";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(Shop), typeof(ShopDrafted), typeof(ShopWritten), typeof(ShopHandedIn), typeof(ShopApproved), typeof(ShopRefused), typeof(ShopSuspended), typeof(ShopReactivated), typeof(ShopClosed),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var shops = new List<object>();
        foreach (var mine in await queue.Of(person, stop))
        {
            var shop = (await session.LoadAsync<Shop>(mine.Id, stop))!;
            shops.Add(new { mine.Name, State = mine.State.ToString(), shop.Facts, shop.At, Versions = await Versions(mine.Id, stop), Said = await Said(mine.Id, person, stop) });
        }
        return shops.Count == 0 ? null : JsonSerializer.SerializeToNode(new { Shops = shops }, JsonSerializerOptions.Web);
    }

    /// <summary>A shop that has other people goes on without this one; a shop that had nobody else closes, since nobody answers for it any more.</summary>
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var mine = (await queue.Of(person, stop)).ToDictionary(s => s.Id);
        var begun = await session.Query<Shop>().Where(s => s.Author == person).Select(s => s.Id).ToListAsync(stop);
        foreach (var id in mine.Keys.Union(begun))
        {
            var stream = await session.Events.FetchForWriting<Shop>(id, stop);
            if (begun.Contains(id)) stream.AppendOne(new ShopLeft(now));
            if (!mine.TryGetValue(id, out var shop) || await HasOthers(shop.Slug, person, stop)) continue;
            stream.AppendOne(new ShopClosed(null, now));
            session.QueueSqlCommand("delete from market.words where shop = ?", id);
        }
        if (!keepContributions) session.QueueSqlCommand("delete from market.talk where person = ?", person);
        session.QueueSqlCommand("update market.talk set person = ? where person = ?", Ids.At(now), person);
    }

    private async Task<bool> HasOthers(string slug, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select exists (select from people.grants where \"Role\" = $1 and \"Scope\" = $2 and \"UserId\" <> $3 and \"EndedAt\" is null)");
        command.Parameters.AddWithValue(Role.ShopOwner);
        command.Parameters.AddWithValue(slug);
        command.Parameters.AddWithValue(person);
        return await command.ExecuteScalarAsync(stop) is true;
    }

    private async Task<List<object>> Versions(Guid shop, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select edition, at, words::text from market.words where shop = $1 order by edition");
        command.Parameters.AddWithValue(shop);
        var found = new List<object>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add(new { Edition = reader.GetInt32(0), At = await reader.GetFieldValueAsync<DateTimeOffset>(1, stop), Words = ShopWords.Parse(reader.GetString(2)) });
        return found;
    }

    private async Task<List<string>> Said(Guid shop, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select words from market.talk where shop = $1 and person = $2 order by at");
        command.Parameters.AddWithValue(shop);
        command.Parameters.AddWithValue(person);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) found.Add(reader.GetString(0));
        return found;
    }
}

/// <summary>Shops a person registered or acts for, in "My hub".</summary>
internal sealed class ShopDeeds(ShopQueue queue, IStringLocalizer<MarketTexts> T) : IMyDeeds
{
    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop) =>
        [.. (await queue.Of(person, stop)).Take(most).Select(s => new MyDeed(T["DeedShop"], s.Name, T["State_" + s.State], $"/markt/{s.Slug}/betrieb", s.ChangedAt))];
}
