using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Groups;

/// <summary>Lets a merged idea stand by itself again, with everything it had.</summary>
public sealed record UngroupIdea(Guid Idea) : IWish<Done>;

internal sealed class UngroupIdeaVerb : IVerb<UngroupIdea, Done>
{
    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(UngroupIdea wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(UngroupIdea wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        if (stream.Aggregate!.Lead is not { } lead) return IdeaRefusals.NotMerged;
        stream.AppendOne(new IdeaUngrouped(lead, deed.Person.Id!.Value, deed.Now));
        deed.Session.QueueSqlCommand("delete from ideas.parted where idea = ?", wish.Idea);
        return new Done();
    }
}
