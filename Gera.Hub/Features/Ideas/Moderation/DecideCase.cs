using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Decides about what was reported: keeps it, or hides it with the reason in its place.</summary>
/// <param name="Words">At most 1,000 characters, shown in place of the text; needed where the reason is "other".</param>
public sealed record DecideCase(Guid Case, bool Hide, ReportReason? Reason, string? Words) : IWish<Done>;

internal sealed class DecideCaseVerb(CaseDesk desk) : IVerb<DecideCase, Done>
{
    public Permission Needs => Permission.Moderate;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Task<Scope?> ScopeOf(DecideCase wish, Deed deed) => CaseDesk.Any(wish.Case, deed);

    public async Task<Answer<Done>> Do(DecideCase wish, Deed deed)
    {
        if (wish.Hide && (wish.Reason is not { } given || !Enum.IsDefined(given))) return CaseRefusals.ReasonMissing;
        if (People.Text.Check(wish.Words, 1_000, ("Begründung", "reasons"), required: wish is { Hide: true, Reason: ReportReason.Other }) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Case>(wish.Case, deed.Stop);
        var about = stream.Aggregate!;
        if (about.RefuseDecision(deed.Person.Id!.Value) is { } refusal) return refusal;
        var reason = wish.Hide ? wish.Reason!.Value : about.Reason;
        stream.AppendOne(new CaseDecided(wish.Hide, reason, deed.Person.Id!.Value, deed.Now));
        CaseDesk.Keep("decision", about.Id, wish.Words, deed);
        if (wish.Hide)
        {
            await CaseDesk.Hide(about, reason, deed);
            desk.TellAuthor(about, nameof(CaseState.Hidden), reason, deed);
        }
        await desk.TellReporters(about, wish.Hide, deed);
        return new Done();
    }
}
