using Gera.Hub.Features.Market.Shops;

namespace Gera.Hub.Tests.Testing;

/// <summary>Shops made for one test.</summary>
internal static class MarketTown
{
    public static readonly ShopFacts Facts = new("metzgerei", "Lusan", ShopServices.Pickup | ShopServices.StepFree, 50.85, 12.06);

    public static ShopWords Words(string name = "Wurstküche am Eck") => new()
    {
        Name = name,
        Lead = "Wurst und Fleisch aus der Region.",
        Story = "Seit drei Generationen.",
        Street = "Werner-Petzold-Straße 3",
        Postcode = "07549",
        Phone = "0365 5550101",
        Mail = "laden@gera.example",
        Web = "https://laden.example/",
        LegalName = "Mara Wolfram",
        LegalAddress = "Werner-Petzold-Straße 3, 07549 Gera",
        LegalMail = "laden@gera.example",
    };

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public static Task<ShopTaken> Draft(Somebody author, string name = "Wurstküche am Eck", ShopFacts? facts = null, ShopWords? words = null) =>
        author.Does<RegisterShop, ShopTaken>(new RegisterShop(NewId(), words ?? Words(name), facts ?? Facts));

    /// <summary>One that waits for staff.</summary>
    public static async Task<ShopTaken> Waiting(Somebody author, string name = "Wurstküche am Eck", ShopFacts? facts = null, ShopWords? words = null)
    {
        var made = await Draft(author, name, facts, words);
        Assert.Null(await author.Asks(new SubmitShop(made.Id)));
        return made;
    }

    /// <summary>One everyone sees; its author has the role for it.</summary>
    public static async Task<ShopTaken> Published(Somebody author, string name = "Wurstküche am Eck", ShopFacts? facts = null, ShopWords? words = null)
    {
        var made = await Waiting(author, name, facts, words);
        Assert.Null((await author.Hub.Door.Send<ReviewShop, Done>(new ReviewShop(made.Id, 1, true, null), Caller.Clock)).Refusal);
        return made;
    }
}
