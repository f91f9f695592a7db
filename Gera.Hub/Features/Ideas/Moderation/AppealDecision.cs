using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Says something against having been hidden, once.</summary>
/// <param name="Words">At most 2,000 characters.</param>
public sealed record AppealDecision(Guid Case, string? Words) : IWish<Done>;

internal sealed class AppealDecisionVerb : IVerb<AppealDecision, Done>
{
    public Permission Needs => Permission.Self;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(10, 200, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AppealDecision wish, Deed deed) => CaseDesk.Any(wish.Case, deed);

    public async Task<Answer<Done>> Do(AppealDecision wish, Deed deed)
    {
        if (People.Text.Check(wish.Words, CaseDesk.WordsMost, ("Widerspruch", "appeal")) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Case>(wish.Case, deed.Stop);
        if (stream.Aggregate!.RefuseAppeal() is { } refusal) return refusal;
        stream.AppendOne(new CaseAppealed(deed.Person.Id!.Value, deed.Now));
        CaseDesk.Keep("appeal", wish.Case, wish.Words, deed);
        return new Done();
    }
}
