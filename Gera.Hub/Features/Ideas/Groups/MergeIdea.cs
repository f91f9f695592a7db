using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Groups;

/// <summary>Lets one idea speak for another that says the same. Nobody's support is lost or moved, and each supporter is told and may leave the group.</summary>
/// <param name="Lead">Number or id of the idea that speaks.</param>
/// <param name="Reason">Shown at both, at most 300 characters.</param>
public sealed record MergeIdea(Guid Idea, string? Lead, string? Reason) : IWish<Done>;

internal sealed class MergeIdeaVerb(Noticeboard board) : IVerb<MergeIdea, Done>
{
    public Permission Needs => Permission.Moderate;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public Task<Scope?> ScopeOf(MergeIdea wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(MergeIdea wish, Deed deed)
    {
        if (People.Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;
        var wanted = wish.Lead?.Trim().ToUpperInvariant() ?? "";
        if (await deed.Session.Query<Idea>().FirstOrDefaultAsync(i => i.Number == wanted, deed.Stop) is not { } found || !await IdeaScope.IsVisible(found.Id, deed)) return IdeaRefusals.SameIdea;
        var (lead, stream) = (await deed.Session.Events.FetchForWriting<Idea>(found.Id, deed.Stop), await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop));
        if (Refuse(stream.Aggregate!, lead.Aggregate!) is { } refusal) return refusal;

        var (reason, by) = (People.Text.Clean(wish.Reason!), deed.Person.Id!.Value);
        stream.AppendOne(new IdeaMerged(found.Id, reason, by, deed.Now));
        // Those it spoke for are now spoken for by the same: groups have no groups in them.
        foreach (var member in await deed.Session.Query<Idea>().Where(i => i.Lead == wish.Idea).Select(i => i.Id).ToListAsync(deed.Stop))
            (await deed.Session.Events.FetchForWriting<Idea>(member, deed.Stop)).AppendOne(new IdeaMerged(found.Id, reason, by, deed.Now));
        await Tell(stream.Aggregate!, found, deed);
        return new Done();
    }

    private static Refusal? Refuse(Idea idea, Idea lead) =>
        idea.Id == lead.Id ? IdeaRefusals.SameIdea
        : idea.Contest != lead.Contest ? IdeaRefusals.OtherContest
        : idea.State != IdeaState.Published || lead.State != IdeaState.Published || idea.Lead is not null || lead.Lead is not null ? IdeaRefusals.NotMergeable
        : null;

    private async Task Tell(Idea idea, Idea lead, Deed deed)
    {
        var (title, into) = (await IdeaScope.Title(idea.Id, deed), await IdeaScope.Title(lead.Id, deed));
        foreach (var person in await IdeaFollows.Everyone(idea, deed)) board.Tell(deed.Session, person, IdeaNotices.Merged, idea.Id.ToString(), new { title, into }, $"/ideen/{idea.Number}#gruppe");
    }
}
