using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Decides on an appeal, for good; by someone other than whoever decided first.</summary>
/// <param name="Words">At most 2,000 characters, as the person reads it.</param>
public sealed record DecideAppeal(Guid Case, bool Restore, string? Words) : IWish<Done>;

internal sealed class DecideAppealVerb(CaseDesk desk) : IVerb<DecideAppeal, Done>
{
    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(DecideAppeal wish, Deed deed) => CaseDesk.Any(wish.Case, deed);

    public async Task<Answer<Done>> Do(DecideAppeal wish, Deed deed)
    {
        if (People.Text.Check(wish.Words, CaseDesk.WordsMost, ("Antwort", "answer")) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Case>(wish.Case, deed.Stop);
        var about = stream.Aggregate!;
        if (about.RefuseAnswer(deed.Person.Id!.Value) is { } refusal) return refusal;
        stream.AppendOne(new AppealDecided(wish.Restore, deed.Person.Id!.Value, deed.Now));
        CaseDesk.Keep("answer", about.Id, wish.Words, deed);
        if (wish.Restore) await CaseDesk.Restore(about, deed);
        desk.TellAuthor(about, wish.Restore ? nameof(CaseState.Restored) : nameof(CaseState.Upheld), about.Reason, deed);
        return new Done();
    }
}
