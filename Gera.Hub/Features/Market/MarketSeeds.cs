using Gera.Hub.Features.Market.Shops;
using Gera.Hub.People;
using Gera.Hub.Shell.Maps;
using Gera.Hub.Storage;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Market;

/// <summary>In demo mode a market of about eighty shops, one that waits for staff and one that is suspended. All of it invented, and written at once: one by one through the door it would delay each start of a demo by a minute.</summary>
internal sealed class MarketSeeds(IDocumentStore store, PeopleReads people, TimeProvider clock) : ISeed
{
    public async Task Sow(bool demo, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        if (!demo || await Marten.QueryableExtensions.AnyAsync(session.Query<Shop>(), stop)) return;
        // The demo owner's shop is the first; the others belong to nobody.
        var owner = await people.Read(async db => await EntityFrameworkQueryableExtensions.FirstOrDefaultAsync(db.Users.Where(u => u.Demo && u.Email == PeopleSeeds.ShopMail).Select(u => (Guid?)u.Id), stop));
        foreach (var (n, one) in SeedShops.All.Index()) Plant(session, one, n, n == 0 ? owner : null);
        await session.SaveChangesAsync(stop);
    }

    private void Plant(IDocumentSession session, SeedShop one, int n, Guid? owner)
    {
        var at = clock.GetUtcNow().AddDays(-60).AddMinutes(n);
        var (id, words, facts) = (Ids.At(at), Words(one, n), Facts(one, n));
        if (words.Faults(complete: true).Concat(facts.Faults(complete: true)).Any()) throw new InvalidOperationException($"{one.Name} is not complete.");
        var drafted = new ShopDrafted(id, ShopFactChecks.Address(one.Name, id), owner, facts, at);
        var happened = new List<object> { drafted, new ShopHandedIn(owner, at) };
        // The last one waits for staff, the one before is suspended.
        var left = SeedShops.All.Count - n;
        if (left > 1) happened.Add(new ShopApproved(null, at));
        if (left == 2)
        {
            happened.Add(new ShopSuspended(null, at.AddDays(1)));
            session.QueueSqlCommand("insert into market.talk (id, shop, staff, words, at) values (?, ?, true, ?, ?)", Ids.At(at), id, "Unter der angegebenen Adresse ist kein Betrieb. Bitte berichtigen Sie die Angaben.", at.AddDays(1));
        }
        session.Events.StartStream<Shop>(id, happened);
        words.Add(session, id, 1, facts, at);
        if (owner is { } person) session.QueueSqlCommand("""insert into people.grants ("Id", "UserId", "Role", "Scope", "Reason", "At") values (?, ?, ?, ?, 'Demo', ?)""", Ids.At(at), person, Role.ShopOwner, drafted.Slug, at);
    }

    private static ShopFacts Facts(SeedShop one, int n)
    {
        var (north, east) = MapGround.Districts[one.District];
        // Spread a little around the middle of the district, the same each time.
        return new ShopFacts(one.Kind, one.District, (ShopServices)one.Services, north + (n * 37 % 21 - 10) * 0.0004, east + (n * 53 % 21 - 10) * 0.0006);
    }

    private static ShopWords Words(SeedShop one, int n) => new()
    {
        Name = one.Name,
        Lead = one.Lead,
        Story = n % 3 == 0 ? $"Wir haben in {one.District} angefangen und sind geblieben. Was wir verkaufen, kennen wir; was wir nicht wissen, sagen wir.\n\nKommen Sie vorbei und fragen Sie." : null,
        Street = one.Street,
        Postcode = one.Postcode,
        Phone = $"0365 5550{100 + n}",
        Mail = n % 2 == 0 ? $"laden{n}@demo.gera.example" : null,
        Web = n % 4 == 0 ? $"https://laden{n}.gera.example/" : null,
        LegalName = SeedShops.Traders[n % SeedShops.Traders.Count],
        LegalAddress = $"{one.Street}, {one.Postcode} Gera",
        LegalMail = $"laden{n}@demo.gera.example",
    };
}
