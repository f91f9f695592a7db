using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Groups;

/// <summary>Makes several ideas out of one that says several things. The first stays with its supports and leads to them; they are its author's.</summary>
/// <param name="Parts">Two to five; theme and district as given.</param>
/// <param name="Reason">Shown at the first, at most 300 characters.</param>
public sealed record SplitIdea(Guid Idea, IReadOnlyList<SplitPart> Parts, string? Reason) : IWish<Done>;

/// <param name="Id">Of the new idea; chosen by the form, so that a second send makes nothing twice.</param>
public sealed record SplitPart(Guid Id, IdeaWords Words);

internal sealed class SplitIdeaVerb(Noticeboard board) : IVerb<SplitIdea, Done>
{
    private const int Most = 5;

    public Permission Needs => Permission.Moderate;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public Task<Scope?> ScopeOf(SplitIdea wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(SplitIdea wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        if (wish.Parts.Count is < 2 or > Most) return IdeaRefusals.PartsBad;
        if (wish.Parts.Any(p => p.Id == Guid.Empty) || wish.Parts.DistinctBy(p => p.Id).Count() != wish.Parts.Count) return Refusals.Malformed;
        foreach (var part in wish.Parts)
            foreach (var (_, refusal) in part.Words.Faults()) return refusal;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        var idea = stream.Aggregate!;
        if (wish.Parts.All(p => idea.Into.Contains(p.Id))) return new Done();
        var contest = (await deed.Session.LoadAsync<Contest>(idea.Contest, deed.Stop))!;
        if (RewordIdeaVerb.Refuse(idea, contest, idea.Edition) is { } frozen) return frozen;
        if (idea.Lead is not null || idea.State != IdeaState.Published) return IdeaRefusals.NotMergeable;

        var name = await WordStore.NameOf(idea.Id, deed);
        foreach (var (id, typed) in wish.Parts)
        {
            var words = typed.Clean();
            deed.Session.Events.StartStream<Idea>(id, new IdeaSubmitted(id, await IdeaNumbers.Next(deed), idea.Contest, idea.Category, idea.Author, idea.Shown, words.Theme!, words.District, words.Latitude, words.Longitude, idea.Channel, false, deed.Now) { Origin = idea.Id });
            WordStore.Add(deed.Session, id, 1, words, name, deed.Now);
        }
        stream.AppendOne(new IdeaSplit([.. wish.Parts.Select(p => p.Id)], People.Text.Clean(wish.Reason!), deed.Person.Id!.Value, deed.Now));
        var title = await IdeaScope.Title(idea.Id, deed);
        foreach (var person in await IdeaFollows.Everyone(idea, deed)) board.Tell(deed.Session, person, IdeaNotices.Split, idea.Id.ToString(), new { title }, $"/ideen/{idea.Number}#herkunft");
        return new Done();
    }
}
