using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>What the verbs about shops have in common.</summary>
internal static class ShopDesk
{
    public static bool IsStaff(Person person) => person.Is(Role.Editor) || person.Is(Role.Administrator) || person.Is(Role.Clock);

    /// <summary>The shop, locked until the deed is saved.</summary>
    public static async Task<Answer<Held>> Hold(Guid id, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Shop>(id, deed.Stop);
        return stream.Aggregate is { State: not ShopState.Closed } shop ? new Held(shop, stream.AppendOne) : Refusals.NotFound;
    }

    /// <summary>Its words as they stand.</summary>
    public static async Task<ShopWords> Words(Guid shop, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("select words::text from market.words where shop = $1 and is_current", deed.Session.Connection);
        command.Parameters.AddWithValue(shop);
        return ShopWords.Parse((string)(await command.ExecuteScalarAsync(deed.Stop))!);
    }

    /// <summary>Those with the role for it, and whoever registered it.</summary>
    public static async Task<IReadOnlyList<Guid>> People(Shop shop, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("select \"UserId\" from people.grants where \"Role\" = $1 and \"Scope\" = $2 and \"EndedAt\" is null", deed.Session.Connection);
        command.Parameters.AddWithValue(Role.ShopOwner);
        command.Parameters.AddWithValue(shop.Slug);
        var people = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(deed.Stop))
            while (await reader.ReadAsync(deed.Stop)) people.Add(reader.GetGuid(0));
        return shop is { WasOut: false, Author: { } author } ? [.. people.Append(author).Distinct()] : people;
    }

    public static Refusal? CheckTalk(string? words, bool required) => Hub.People.Text.Check(words, 1_000, ("Begründung", "reason"), required);

    public static void Say(Guid shop, string? words, bool staff, Deed deed)
    {
        if (string.IsNullOrWhiteSpace(words)) return;
        deed.Session.QueueSqlCommand("insert into market.talk (id, shop, person, staff, words, at) values (?, ?, ?::text::uuid, ?, ?, ?)",
            deed.NewId(), shop, deed.Person.Id?.ToString()!, staff, Hub.People.Text.Clean(words), deed.Now);
    }

    /// <summary>A shop and how something is added to its stream.</summary>
    public sealed record Held(Shop Shop, Action<object> Append);
}
