using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Hands an idea in. The same id once more is the same idea.</summary>
/// <param name="Idea">Chosen by whoever writes it, e.g. the draft's.</param>
/// <param name="Contest">Key of the contest.</param>
/// <param name="Pseudonym">At most 80 characters; needed where the author wants to be seen by it.</param>
public sealed record SubmitIdea(Guid Idea, string? Contest, string? Category, IdeaWords Words, AuthorShown Shown, string? Pseudonym) : IWish<IdeaTaken>
{
    /// <summary>Whether whoever hands it in is old enough, or does so for somebody younger (<see cref="ContestRules.MinimumAge"/>).</summary>
    public Through Through { get; init; } = Through.Self;

    /// <summary>The hub's own seeds come from others' hands.</summary>
    internal Guid? Author { get; init; }

    internal EntryChannel Channel { get; init; }
}

/// <param name="State">published, or waiting for a moderator.</param>
/// <param name="IsSealed">Nobody else sees it until the deadline.</param>
public sealed record IdeaTaken(Guid Id, string Number, IdeaState State, bool IsSealed);

internal sealed class SubmitIdeaVerb(Noticeboard board) : IVerb<SubmitIdea, IdeaTaken>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(10, 500, TimeSpan.FromMinutes(10));

    public async Task<Answer<IdeaTaken>> Do(SubmitIdea wish, Deed deed)
    {
        foreach (var (_, refusal) in wish.Words.Faults()) return refusal;
        if (People.Text.Check(wish.Pseudonym, 80, ("Name", "name"), required: wish.Shown == AuthorShown.Pseudonym) is { } badName) return badName;
        if (await deed.Session.Query<Contest>().FirstOrDefaultAsync(c => c.Key == wish.Contest, deed.Stop) is not { } contest) return Refusals.NotFound;
        if (contest.Find(wish.Category) is not { } category) return IdeaRefusals.CategoryMissing;
        if (contest.Rules.MinimumAge > 0 && (wish.Through == Through.Unsaid || !Enum.IsDefined(wish.Through))) return IdeaRefusals.AgeMissing;
        if (contest.Rules.Submit == Level.Resident && deed.Person is { IsResident: false, Id: not null }) return Refusals.ResidentNeeded;

        var author = wish.Author ?? deed.Person.Id!.Value;
        if (await deed.Session.LoadAsync<Idea>(wish.Idea, deed.Stop) is { } there)
            return there.Author == author ? new IdeaTaken(there.Id, there.Number, there.State, contest.IsSealed(there.Category)) : Refusals.NotFound;
        if (!await PhaseGate.Hold(contest.Id, category.Key, Phase.Submission, deed)) return IdeaRefusals.SubmissionClosed;

        var words = wish.Words.Clean();
        var number = await IdeaNumbers.Next(deed);
        var e = new IdeaSubmitted(wish.Idea, number, contest.Id, category.Key, author, wish.Shown, words.Theme!, words.District, words.Latitude, words.Longitude, wish.Channel, contest.Rules.Moderated, deed.Now) { Line = words.Line, Through = wish.Through };
        deed.Session.Events.StartStream<Idea>(wish.Idea, e);
        deed.Session.DeleteWhere<IdeaDraft>(d => d.Id == wish.Idea && d.Person == author);
        WordStore.Add(deed.Session, wish.Idea, 1, words, wish.Shown == AuthorShown.Pseudonym ? People.Text.Clean(wish.Pseudonym!) : null, deed.Now);
        // Nobody learns of what is sealed, or has not been read.
        if (!contest.Rules.Moderated && !contest.IsSealed(category.Key)) await board.TellNew(Entries.Idea.Create(e), words.Title!, deed);
        return new IdeaTaken(wish.Idea, number, contest.Rules.Moderated ? IdeaState.Waiting : IdeaState.Published, contest.IsSealed(category.Key));
    }
}
