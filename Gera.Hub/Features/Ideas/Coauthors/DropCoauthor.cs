using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Coauthors;

/// <summary>Takes an invitation back, or a co-author off one's own idea.</summary>
public sealed record DropCoauthor(Guid Idea, Guid Person) : IWish<Done>;

internal sealed class DropCoauthorVerb : IVerb<DropCoauthor, Done>
{
    public Permission Needs => Permission.Self;

    public Task<Scope?> ScopeOf(DropCoauthor wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(DropCoauthor wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        if (stream.Aggregate!.Coauthors.Any(c => c.Person == wish.Person)) stream.AppendOne(new CoauthorLeft(wish.Person, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
