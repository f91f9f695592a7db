using System.Net;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.Features.Portal.Voices;
using Gera.Hub.People.Grants;

namespace Gera.Hub.Tests.Features.Portal;

/// <summary>Voices with consent only, films with captions and wording only, and nothing from elsewhere by itself.</summary>
public sealed class VoicesTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_two_of_the_city_are_there_and_nothing_is_put_into_their_mouths()
    {
        var hub = await home.Hub();
        using var guest = new Guest(hub);
        var list = await guest.Sees("/stimmen");
        Assert.Contains("Einstein Center Digital Future", list.Text, StringComparison.Ordinal);
        Assert.Contains("Creative Climate Cities", list.Text, StringComparison.Ordinal);
        foreach (var slug in new[] { "jochen-rabe", "nadine-kuhla-von-bergmann" })
        {
            var page = await guest.Sees("/stimmen/" + slug);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Page.QuerySelector("main blockquote"));
            Assert.NotNull(page.Page.QuerySelector("main svg.portrait[role=img][aria-label]"));
            Assert.NotNull(page.Page.QuerySelector("main mark"));
        }
        // Invented people say that they are.
        Assert.Contains("erfundene Person", (await guest.Sees("/stimmen/irene-wolfram")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_is_seen_once_it_is_public_with_a_portrait_that_was_allowed_and_gone_without_a_trace()
    {
        var hub = await home.Hub();
        var (editor, id) = (await Somebody.In(hub, [new Granted(Role.Editor, "")]), Newsroom.NewId());
        var words = new VoiceWords("Dr. Ada Lind von Lusan " + id.ToString("N")[^5..], "Lehrerin", "Ja.", "## Warum?\n\n<script>alert(1)</script>Darum.");
        var slug = await editor.Does<WriteVoice, string>(new WriteVoice(id, 0, words, 500, false));
        using var guest = new Guest(hub);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees("/stimmen/" + slug)).Status);
        Assert.Equal("voice_not_allowed", await editor.Asks(new SetPortrait(id, "Ein Gesicht", false, SomePicture.Of(60, 60))));
        Assert.Equal("voice_portrait_unreadable", await editor.Asks(new SetPortrait(id, "Ein Gesicht", true, SomeFilm.Mp4)));
        Assert.Null(await editor.Asks(new SetPortrait(id, "Ein Gesicht", true, SomePicture.Of(60, 60))));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees($"/stimmen/bild/{id}/480")).Status);
        Assert.Equal("voice_changed", await editor.Asks<WriteVoice, string>(new WriteVoice(id, 1, words, 500, true)));
        Assert.Null(await editor.Asks<WriteVoice, string>(new WriteVoice(id, 2, words, 500, true)));
        var page = await guest.Sees("/stimmen/" + slug);
        Assert.DoesNotContain("<script>alert", page.Raw, StringComparison.Ordinal);
        Assert.Equal("Ein Gesicht", page.Page.QuerySelector("main img.portrait")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, (await guest.Sees($"/stimmen/bild/{id}/480")).Status);
        // The same name again has an address of its own.
        Assert.Equal(slug + "-2", await editor.Does<WriteVoice, string>(new WriteVoice(Newsroom.NewId(), 0, words, 500, false)));
        Assert.Null(await editor.Asks(new DropVoice(id)));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees("/stimmen/" + slug)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees($"/stimmen/bild/{id}/480")).Status);
    }

    // Known bad: "captions follow next week".
    [Fact]
    public async Task A_film_is_not_published_without_captions_and_wording()
    {
        var hub = await home.Hub();
        var (editor, id) = (await Somebody.In(hub, [new Granted(Role.Editor, "")]), Newsroom.NewId());
        var words = new VideoWords("Rundgang " + id.ToString("N")[^5..], "Durch das Studio", "", "");
        var slug = await editor.Does<WriteVideo, string>(new WriteVideo(id, 0, words));
        Assert.Equal("video_no_film", await editor.Asks(new PublishVideo(id, true)));
        Assert.Equal("video_film_unreadable", await editor.Asks(new AddFilm(id, SomePicture.Of(40, 40))));
        Assert.Equal("video_film_size", await editor.Asks(new AddFilm(id, [])));
        Assert.Equal("video_no_film", await editor.Asks(new AddCaptions(id, SomeFilm.Captions)));
        Assert.Null(await editor.Asks(new AddFilm(id, SomeFilm.WebM)));
        Assert.Equal("video_no_transcript", await editor.Asks(new PublishVideo(id, true)));
        Assert.Null(await editor.Asks<WriteVideo, string>(new WriteVideo(id, 2, words with { Transcript = "Guten Tag, Gera." })));
        Assert.Equal("video_no_captions", await editor.Asks(new PublishVideo(id, true)));
        Assert.Equal("video_captions_unreadable", await editor.Asks(new AddCaptions(id, [0xFF, 0xFE, 0x00])));
        Assert.Equal("video_captions_unreadable", await editor.Asks(new AddCaptions(id, "1\n00:00 --> 00:02\nHallo"u8.ToArray())));
        Assert.Null(await editor.Asks(new AddCaptions(id, SomeFilm.Captions)));
        using var guest = new Guest(hub);
        foreach (var hidden in new[] { "/videos/" + slug, $"/videos/film/{id}", $"/videos/untertitel/{id}" }) Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees(hidden)).Status);
        Assert.Null(await editor.Asks(new PublishVideo(id, true)));
        var page = await guest.Sees("/videos/" + slug);
        Assert.Equal("captions", page.Page.QuerySelector("video track")!.GetAttribute("kind"));
        Assert.Contains("Guten Tag, Gera.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("WEBVTT", (await guest.Sees(page.Page.QuerySelector("video track")!.GetAttribute("src")!)).Raw, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = hub.Address };
        http.DefaultRequestHeaders.Range = new(4, 7);
        using var piece = await http.GetAsync(new Uri(page.Page.QuerySelector("video source")!.GetAttribute("src")!, UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.PartialContent, 4L), (piece.StatusCode, piece.Content.Headers.ContentLength));
        Assert.Equal("video/webm", piece.Content.Headers.ContentType?.MediaType);
        // What everybody sees stays whole.
        Assert.Equal("video_no_transcript", await editor.Asks<WriteVideo, string>(new WriteVideo(id, 5, words)));
        Assert.Null(await editor.Asks(new AddFilm(id, SomeFilm.Mp4)));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Sees("/videos/" + slug)).Status);
    }

    [Fact]
    public async Task A_film_elsewhere_is_a_link_that_says_where_it_leads()
    {
        var hub = await home.Hub();
        var (editor, id) = (await Somebody.In(hub, [new Granted(Role.Editor, "")]), Newsroom.NewId());
        foreach (var bad in new[] { "http://film.example/1", "javascript:alert(1)", "https://127.0.0.1/x", "https://nutzer:wort@film.example/", "film.example" })
            Assert.Equal("video_address_bad", await editor.Asks<WriteVideo, string>(new WriteVideo(id, 0, new VideoWords("Vortrag", "Über Gera", "Alles.", bad))));
        var slug = await editor.Does<WriteVideo, string>(new WriteVideo(id, 0, new VideoWords("Vortrag", "Über Gera", "Alles.", "https://film.example/1")));
        Assert.Null(await editor.Asks(new PublishVideo(id, true)));
        using var guest = new Guest(hub);
        var page = await guest.Sees("/videos/" + slug);
        Assert.Empty(page.Page.QuerySelectorAll("iframe, video, [src^='https://film']"));
        Assert.Equal("https://film.example/1", page.Page.QuerySelector("main .elsewhere a")!.GetAttribute("href"));
        Assert.Contains("film.example", page.Text, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await guest.Sees("/suche?q=Vortrag")).Page.QuerySelector($"main a[href='/videos/{slug}']") is not null, "The search does not find the film.");
    }
}
