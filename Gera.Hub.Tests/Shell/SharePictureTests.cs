using SkiaSharp;

namespace Gera.Hub.Tests.Shell;

/// <summary>The picture beside a shared link.</summary>
public sealed class SharePictureTests(HubFixture home)
{
    [Fact]
    public async Task It_is_drawn_for_what_everybody_may_see_and_is_the_same_each_time()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna, "Überdachte Fahrradstellplätze für Grundschülerinnen und Grundschüler am Zabelgymnasium");
        using var http = new HttpClient { BaseAddress = hub.Address };
        var address = new Uri($"/ideen/{idea.Number}/vorschau.png", UriKind.Relative);
        var first = await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(first, await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken));
        using var picture = SKBitmap.Decode(first);
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        // The title stands in light letters on dark ground.
        Assert.True(Enumerable.Range(72, 900).Any(x => picture.GetPixel(x, 180).Red > 200), "There is no title.");
        if (Environment.GetEnvironmentVariable("HUB_PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "share.png"), first, TestContext.Current.CancellationToken);
        Assert.Contains($"/ideen/{idea.Number}/vorschau.png", await http.GetStringAsync(new Uri($"/ideen/{idea.Number}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_drawn_of_what_is_sealed_and_hostile_words_do_no_harm()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        using var anyone = Leader.Nobody(hub);
        var hidden = await town.Idea(await Somebody.In(hub));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anyone.Get($"/ideen/{hidden.Number}/vorschau.png")).Status);
        var share = (Gera.Hub.Shell.SharePicture)hub.Services.GetService(typeof(Gera.Hub.Shell.SharePicture))!;
        foreach (var words in Hostile.All.Append("").Append(new string('W', 140)).Append("\U0001F600")) Assert.NotEmpty(share.Draw(words, words, words));
    }
}
