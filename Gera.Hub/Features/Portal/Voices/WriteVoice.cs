using Gera.Hub.Features.Portal.Press;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>Adds a voice or changes it.</summary>
/// <param name="Seen">Edition the editor started from; zero for a new one.</param>
/// <param name="Place">0–999.</param>
/// <param name="Video">A film of ours, or nothing.</param>
public sealed record WriteVoice(Guid Voice, int Seen, VoiceWords Words, int Place, bool IsPublic, Guid? Video = null) : IWish<string>;

internal sealed class WriteVoiceVerb : IVerb<WriteVoice, string>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(WriteVoice wish, Deed deed) =>
        wish.Seen == 0 || await deed.Session.LoadAsync<Voice>(wish.Voice, deed.Stop) is not null ? new Scope { About = wish.Voice.ToString() } : null;

    public async Task<Answer<string>> Do(WriteVoice wish, Deed deed)
    {
        if (wish.Words.Refuse() is { } bad) return bad;
        if (wish.Place is < 0 or > 999) return Refusals.Malformed;
        if (wish.Video is { } video && await deed.Session.LoadAsync<Videos.Video>(video, deed.Stop) is null) return Refusals.NotFound;
        var words = wish.Words.Clean();
        var before = await deed.Session.LoadAsync<Voice>(wish.Voice, deed.Stop);
        if ((before?.Edition ?? 0) != wish.Seen) return VoiceRefusals.Changed;
        var next = (before ?? new Voice(wish.Voice, await Free(Shell.Slug.Of(words.Name!, "stimme"), deed), 0, words, 0, false, null, null, deed.Now)) with
        {
            Edition = wish.Seen + 1,
            Words = words,
            Place = wish.Place,
            IsPublic = wish.IsPublic,
            Video = wish.Video,
        };
        deed.Session.Store(next);
        return next.Slug;
    }

    /// <summary>The same name twice gets a number; the index refuses what two editors do at the same moment.</summary>
    private static async Task<string> Free(string slug, Deed deed)
    {
        var taken = await deed.Session.Query<Voice>().Where(v => v.Slug.StartsWith(slug)).Select(v => v.Slug).ToListAsync(deed.Stop);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? slug : $"{slug}-{n}").First(s => !taken.Contains(s));
    }
}
