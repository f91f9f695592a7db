using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Writes a page's next version; all before it stay readable for editors.</summary>
/// <param name="Text">See <see cref="PageKey.Id"/>.</param>
/// <param name="Seen">Number of the version the editor started from; zero where there was none.</param>
/// <param name="Body">Markdown, at most 60,000 characters.</param>
/// <param name="Video">Film of a signed page.</param>
public sealed record SavePage(string Text, int Seen, string? Title, string? Body, Guid? Video = null) : IWish<int>;

internal sealed class SavePageVerb : IVerb<SavePage, int>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(SavePage wish, Deed deed) =>
        Task.FromResult(PageKey.All.Any(k => k.Id == wish.Text) ? new Scope { About = $"{wish.Text}/{wish.Seen + 1}" } : null);

    public async Task<Answer<int>> Do(SavePage wish, Deed deed)
    {
        if (People.Text.Check(wish.Title, PageText.TitleMost, ("Titel", "title")) is { } bad) return bad;
        if (People.Text.Check(wish.Body, PageText.BodyMost, ("Text", "text")) is { } worse) return worse;
        if (wish.Video is { } film && await deed.Session.LoadAsync<Videos.Video>(film, deed.Stop) is null) return Refusals.NotFound;
        var before = await deed.Session.LoadAsync<PageText>(wish.Text, deed.Stop);
        if ((before?.Number ?? 0) != wish.Seen) return PageRefusals.Changed;
        var next = new PageText(wish.Text, wish.Seen + 1, People.Text.Clean(wish.Title!).ReplaceLineEndings(" "), People.Text.Clean(wish.Body!), wish.Video, deed.Now);
        if (before is not null && before with { Number = next.Number, At = next.At } == next) return PageRefusals.Same;
        deed.Session.Store(next);
        deed.Session.Insert(PageVersion.Of(next));
        return next.Number;
    }
}
