using Gera.Hub.Shell;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>Shops for the search over everything: those everyone may see, by the words people use for their kind.</summary>
internal sealed class ShopSearch(HubDatabase database, ShopLook look) : ISearchSource
{
    private const string Name = "betrieb";

    public string Kind => Name;

    public Type Texts => typeof(MarketTexts);

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select s.id from {ShopSight.Table} s where {ShopSight.Everyone}");
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        if (await look.Public(key, stop) is not { } view) return null;
        var (shop, words) = (view.Shop, view.Words);
        return new SearchEntry(key, $"/markt/{shop.Slug}", words.Name!, words.Lead ?? "", $"{ShopKind.Find(shop.Kind)?.Everything}\n{Markup.Plain(words.Story ?? "")}\n{words.Street}", null, shop.District, shop.ChangedAt);
    }

    public Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => look.Visible(keys, stop);

    public static void Add(IServiceCollection services) => services.AddSingleton<ISearchSource, ShopSearch>()
        .Found<ShopApproved>(Name).Found<ShopWritten>(Name).Found<ShopSuspended>(Name).Found<ShopReactivated>(Name).Found<ShopClosed>(Name);
}
