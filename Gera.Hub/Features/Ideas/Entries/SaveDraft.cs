using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Keeps what somebody is writing; its id becomes the idea's.</summary>
/// <param name="Contest">Key of the contest.</param>
public sealed record SaveDraft(Guid Draft, string? Contest, string? Category, IdeaWords Words, AuthorShown Shown, string? Pseudonym) : IWish<IdeaDraft>;

internal sealed class SaveDraftVerb : IVerb<SaveDraft, IdeaDraft>
{
    private const int Most = 20;

    public Permission Needs => Permission.Account;

    public Pace? Pace => new(120, 5_000, TimeSpan.FromMinutes(1));

    public async Task<Answer<IdeaDraft>> Do(SaveDraft wish, Deed deed)
    {
        foreach (var (_, refusal) in wish.Words.Unreadable()) return refusal;
        if (People.Text.Check(wish.Pseudonym, 80, ("Name", "name"), required: false) is { } badName) return badName;
        var me = deed.Person.Id!.Value;
        var before = await deed.Session.LoadAsync<IdeaDraft>(wish.Draft, deed.Stop);
        if (before is not null && before.Person != me || await deed.Session.LoadAsync<Idea>(wish.Draft, deed.Stop) is not null) return Refusals.NotFound;
        if (before is null && await deed.Session.Query<IdeaDraft>().CountAsync(d => d.Person == me, deed.Stop) >= Most) return IdeaRefusals.TooManyDrafts;
        // A place that is no place would not even be JSON.
        var words = wish.Words.Faults().Any(f => f.Field == "ort") ? wish.Words with { Latitude = null, Longitude = null, Line = null } : wish.Words;
        var draft = new IdeaDraft(wish.Draft, me, wish.Contest ?? "", wish.Category ?? "", words, wish.Shown, wish.Pseudonym, deed.Now);
        deed.Session.Store(draft);
        return draft;
    }
}
