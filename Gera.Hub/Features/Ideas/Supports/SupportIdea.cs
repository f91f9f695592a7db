using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Supports;

/// <summary>Supports an idea; once more changes nothing.</summary>
public sealed record SupportIdea(Guid Idea) : IWish<Done>;

internal sealed class SupportIdeaVerb : IVerb<SupportIdea, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(120, 20_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(SupportIdea wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(SupportIdea wish, Deed deed)
    {
        var (idea, contest) = await IdeaScope.Load(wish.Idea, deed);
        var me = deed.Person.Id!.Value;
        var sheet = await SupportSheet.Hold(me, contest.Id, deed.Session, deed.Stop);
        var isOpen = await PhaseGate.Hold(contest.Id, idea.Category, Phase.Support, deed);
        if (SupportRules.Refuse(idea, contest, sheet, deed.Person, isOpen) is { } refusal) return refusal;
        if (sheet.Ideas.Contains(idea.Id)) return new Done();

        deed.Session.Events.Append(sheet.Id, new IdeaSupported(idea.Id, contest.Id, me, deed.Now));
        deed.Session.QueueSqlCommand("insert into ideas.supports (idea, person, contest, since) values (?, ?, ?, ?)", idea.Id, me, contest.Id, deed.Now);
        return new Done();
    }
}

/// <summary>When a support is not taken.</summary>
internal static class SupportRules
{
    /// <param name="isOpen">Whether the phase is open, as the row that ends it says.</param>
    public static Refusal? Refuse(Idea idea, Contest contest, SupportSheet sheet, Person person, bool isOpen)
    {
        if (contest.Rules.Support == Level.Resident && !person.IsResident) return Refusals.ResidentNeeded;
        if (idea.IsBy(person.Id)) return IdeaRefusals.OwnIdea;
        if (idea.State != IdeaState.Published) return IdeaRefusals.NotSupportable;
        if (idea.Lead is not null) return IdeaRefusals.IsMerged;
        if (!isOpen) return IdeaRefusals.SupportClosed;
        if (sheet.Ideas.Contains(idea.Id)) return null;
        return contest.Rules.SupportsPerPerson is { } most && sheet.Ideas.Count >= most ? IdeaRefusals.SupportsUsed(most) : null;
    }
}
