using System.Net;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Market;

/// <summary>A shop registers itself, is read by staff before anybody sees it, and is gone everywhere when it is suspended.</summary>
public sealed class ShopTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_what_waits_and_was_read_is_decided_about()
    {
        var now = TimeProvider.System.GetUtcNow();
        var shop = Shop.Create(new ShopDrafted(Guid.Empty, "wurst-1", null, MarketTown.Facts, now));
        Assert.Equal("shop_not_waiting", shop.Review(1, true, null, now).Refusal?.Code);
        var waiting = shop.Apply(new ShopHandedIn(null, now));
        Assert.Equal("shop_read_again", waiting.Review(2, true, null, now).Refusal?.Code);
        Assert.IsType<ShopRefused>(waiting.Review(1, false, null, now).Value);
        Assert.Equal("shop_not_out", waiting.Suspend(null, now).Refusal?.Code);
        var shown = waiting.Apply((ShopApproved)waiting.Review(1, true, null, now).Value);
        Assert.True(shown is { IsPublished: true, WasOut: true });
        Assert.Equal("shop_not_suspended", shown.Reactivate(null, now).Refusal?.Code);
        Assert.Equal(ShopState.Published, shown.Apply(shown.Suspend(null, now).Value).Apply(new ShopReactivated(null, now)).State);
    }

    [Fact]
    public void Whoever_registers_it_acts_for_it_until_it_is_out_and_then_the_role_does()
    {
        var (ada, now) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TimeProvider.System.GetUtcNow());
        var draft = Shop.Create(new ShopDrafted(Guid.Empty, "wurst-1", ada, MarketTown.Facts, now));
        var (author, owner, other) = (new Person(ada, []), new Person(ada, [new(Role.ShopOwner, "wurst-1")]), new Person(Guid.Empty, [new(Role.ShopOwner, "wurst-2")]));
        Assert.True(draft.IsOf(author));
        Assert.False(draft.IsOf(other));
        var shown = draft.Apply(new ShopApproved(null, now));
        Assert.False(shown.IsOf(author));
        Assert.True(shown.IsOf(owner));
        Assert.False(shown.IsOf(other));
        Assert.False(shown.IsOf(Person.Nobody));
    }

    [Theory]
    [InlineData("LegalName")]
    [InlineData("LegalAddress")]
    [InlineData("LegalMail")]
    [InlineData("Lead")]
    [InlineData("Street")]
    [InlineData("Postcode")]
    public async Task Without_what_the_law_and_people_need_nothing_is_handed_in(string without)
    {
        var hub = await home.Hub();
        var ada = await Somebody.In(hub);
        var words = MarketTown.Words();
        typeof(ShopWords).GetProperty(without)!.SetValue(words, null);
        var made = await MarketTown.Draft(ada, words: words);
        Assert.NotNull(await ada.Asks(new SubmitShop(made.Id)));
        Assert.Null(await ada.Asks(new WriteShop(made.Id, 1, MarketTown.Words(), MarketTown.Facts)));
        Assert.Null(await ada.Asks(new SubmitShop(made.Id)));
        // What waits or is out stays complete.
        Assert.NotNull(await ada.Asks(new WriteShop(made.Id, 2, words, MarketTown.Facts)));
    }

    [Fact]
    public async Task A_shop_is_seen_nowhere_before_it_is_approved_and_nowhere_after_it_is_suspended()
    {
        var hub = await home.Hub();
        var (ada, rosa) = (await Somebody.In(hub), await Somebody.In(hub, [new(Role.Editor, "")]));
        var word = "Quittenhof" + ada.Id.ToString("N")[^8..];
        var made = await MarketTown.Waiting(ada, word);
        using var anyone = Leader.Nobody(hub);
        string[] addresses = [$"/markt?suche={word}", $"/markt/{made.Slug}", "/markt.geojson", "/markt.csv", $"/suche?q={word}"];
        async Task<string[]> Telling()
        {
            var telling = new List<string>();
            foreach (var address in addresses)
                if (await anyone.Get(address) is { Status: HttpStatusCode.OK } answer && answer.Raw.Contains("/markt/" + made.Slug, StringComparison.Ordinal)) telling.Add(address.Split('?')[0]);
            return [.. telling];
        }
        Assert.Empty(await Telling());
        Assert.Equal("not_found", await (await Somebody.In(hub)).Asks(new WriteShop(made.Id, 1, MarketTown.Words(), MarketTown.Facts)));
        Assert.Equal("text_missing", await rosa.Asks(new ReviewShop(made.Id, 1, false, " ")));
        Assert.Null(await rosa.Asks(new ReviewShop(made.Id, 1, true, null)));
        var shown = await Telling();
        Assert.Superset(new HashSet<string>(["/markt", $"/markt/{made.Slug}", "/markt.geojson", "/markt.csv"], StringComparer.Ordinal), shown.ToHashSet());
        var page = (await anyone.Get($"/markt/{made.Slug}")).Raw;
        Assert.Contains("LocalBusiness", page, StringComparison.Ordinal);
        Assert.Contains("Mara Wolfram", page, StringComparison.Ordinal);
        Assert.Equal("text_missing", await rosa.Asks(new SuspendShop(made.Id, "")));
        Assert.Null(await rosa.Asks(new SuspendShop(made.Id, "Das Gewerbe ist abgemeldet.")));
        Assert.Empty(await Telling());
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/markt/{made.Slug}")).Status);
        Assert.Contains("Gewerbe", await hub.Ask<string>("select words from market.talk where shop = $1", made.Id), StringComparison.Ordinal);
        Assert.Null(await rosa.Asks(new ReactivateShop(made.Id)));
        Assert.Equal(HttpStatusCode.OK, (await anyone.Get($"/markt/{made.Slug}")).Status);
    }

    [Fact]
    public async Task With_the_approval_whoever_registered_it_gets_the_role_for_this_shop_only()
    {
        var hub = await home.Hub();
        var (ada, ben) = (await Somebody.In(hub), await Somebody.In(hub));
        var (hers, his) = (await MarketTown.Published(ada), await MarketTown.Published(ben));
        Assert.Equal(hers.Slug, await hub.Ask<string>("select \"Scope\" from people.grants where \"UserId\" = $1 and \"Role\" = 'shop' and \"EndedAt\" is null", ada.Id));
        Assert.Null(await ada.Asks(new WriteShop(hers.Id, 1, MarketTown.Words("Anders"), MarketTown.Facts)));
        Assert.Equal("shop_read_again", await ada.Asks(new WriteShop(hers.Id, 1, MarketTown.Words("Noch anders"), MarketTown.Facts)));
        Assert.Equal("not_allowed", await ada.Asks(new WriteShop(his.Id, 1, MarketTown.Words("Anders"), MarketTown.Facts)));
        Assert.Equal("not_allowed", await ada.Asks(new CloseShop(his.Id)));
        // Handed over: the role decides, not who registered it.
        await hub.Tamper("update people.grants set \"EndedAt\" = now() where \"UserId\" = $1", ada.Id);
        Assert.Equal("not_allowed", await ada.Asks(new WriteShop(hers.Id, 2, MarketTown.Words("Wieder"), MarketTown.Facts)));
    }

    [Theory]
    [InlineData("fleischer")]
    [InlineData("Metzgerei")]
    [InlineData("metzgrei")]
    [InlineData("Wurst")]
    public async Task A_shop_is_found_by_the_words_people_use_and_with_slips(string typed)
    {
        var hub = await home.Hub();
        var name = "Zum Rind " + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^6..];
        var made = await MarketTown.Published(await Somebody.In(hub), name, MarketTown.Facts with { District = "Naulitz" });
        var found = await hub.Services.GetRequiredService<ShopList>().Everything(ShopQuery.All with { Search = typed, District = "Naulitz" }, TimeProvider.System.GetUtcNow(), Stop);
        Assert.Contains(found, c => c.Id == made.Id);
        var other = await hub.Services.GetRequiredService<ShopList>().Everything(ShopQuery.All with { Search = "Fahrrad", District = "Naulitz" }, TimeProvider.System.GetUtcNow(), Stop);
        Assert.DoesNotContain(other, c => c.Id == made.Id);
    }

    [Fact]
    public async Task The_order_shown_is_the_formula_that_is_told()
    {
        var hub = await home.Hub();
        var ada = await Somebody.In(hub);
        for (var n = 0; n < 8; n++)
            await MarketTown.Published(await Somebody.In(hub), $"Laden {n}", MarketTown.Facts with { District = "Otticha", Services = n % 2 == 0 ? ShopServices.None : ShopServices.Delivery, Latitude = n % 3 == 0 ? null : 50.84, Longitude = n % 3 == 0 ? null : 12.16 },
                MarketTown.Words($"Laden {n}") with { Story = n > 4 ? null : "Ein Laden.", Web = n > 2 ? null : "https://laden.example/" });
        var now = TimeProvider.System.GetUtcNow();
        var shown = await hub.Services.GetRequiredService<ShopList>().Everything(ShopQuery.All with { District = "Otticha" }, now, Stop);
        Assert.True(shown.Count >= 8);
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var told = new List<(Guid Id, double Points)>();
        foreach (var card in shown)
        {
            var view = (await hub.Services.GetRequiredService<ShopLook>().Public(card.Id, Stop))!;
            told.Add((card.Id, Ranking.Points(view.Shop, view.Words, now, Berlin.Day(now))));
        }
        Assert.Equal(told.OrderByDescending(t => t.Points).Select(t => t.Id), shown.Select(c => c.Id));
        // The formula does tell them apart.
        Assert.True(told.Max(t => t.Points) - told.Min(t => t.Points) > 10);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_hold_together()
    {
        var hub = await home.Hub();
        var name = "Milchbar " + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^6..];
        await MarketTown.Published(await Somebody.In(hub), name, new ShopFacts("cafe", "Hain", ShopServices.Pickup | ShopServices.Voucher, null, null));
        using var anyone = Leader.Nobody(hub);
        async Task<bool> Shows(string address) => (await anyone.Get(address)).Raw.Contains(name, StringComparison.Ordinal);
        Assert.True(await Shows("/markt?stadtteil=Hain&art=cafe&dienst=abholung&dienst=gutschein"));
        Assert.False(await Shows("/markt?stadtteil=Hain&art=cafe&dienst=abholung&dienst=lieferung"));
        Assert.False(await Shows("/markt?stadtteil=Aga&art=cafe"));
        var query = ShopQuery.All with { Kind = "cafe", District = "Hain", Services = ShopServices.Pickup | ShopServices.Voucher };
        Assert.Equal("/markt?art=cafe&stadtteil=Hain&dienst=abholung&dienst=gutschein", query.Address());
    }

    [Fact]
    public async Task A_shop_nobody_answers_for_any_more_closes_and_one_with_others_goes_on()
    {
        var hub = await home.Hub();
        var (ada, ben) = (await Somebody.In(hub), await Somebody.In(hub));
        var (alone, shared) = (await MarketTown.Published(ada), await MarketTown.Published(ada));
        await hub.Tamper("insert into people.grants (\"Id\", \"UserId\", \"Role\", \"Scope\", \"Reason\", \"At\") values ($1, $2, 'shop', $3, 'Probe', now())", MarketTown.NewId(), ben.Id, shared.Slug);
        await using var scope = hub.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IPersonalData>().Single(d => d.Section == "market");
        Assert.Contains("Mara Wolfram", (await data.Export(ada.Id, Stop))!.ToJsonString(), StringComparison.Ordinal);
        await using (var session = scope.ServiceProvider.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            await data.Erase(ada.Id, true, session, Stop);
            await session.SaveChangesAsync(Stop);
        }
        using var anyone = Leader.Nobody(hub);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/markt/{alone.Slug}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anyone.Get($"/markt/{shared.Slug}")).Status);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from market.words where shop = $1", alone.Id));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from hub.mt_doc_shop where author = $1", ada.Id));
    }
}
