using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>Writes the city's answer to an idea; it comes out with <see cref="PublishAnswers"/>.</summary>
public sealed record PrepareAnswer(Guid Idea, IdeaAnswer Answer) : IWish<Done>;

internal sealed class PrepareAnswerVerb : IVerb<PrepareAnswer, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(PrepareAnswer wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(PrepareAnswer wish, Deed deed)
    {
        var answer = wish.Answer;
        if (!AnswerStatus.All.Contains(answer.Status)) return IdeaRefusals.StatusUnknown;
        if (People.Text.Check(answer.Reasons, 5_000, ("Begründung", "reasons")) is { } badReasons) return badReasons;
        if (People.Text.Check(answer.Office, 120, ("Zuständige Stelle", "responsible office")) is { } badOffice) return badOffice;
        if (People.Text.Check(answer.Cost, 120, ("Kosten", "cost"), required: false) is { } badCost) return badCost;
        if (People.Text.Check(answer.NextStep, 300, ("Nächster Schritt", "next step"), required: false) is { } badStep) return badStep;
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        if (stream.Aggregate!.State is not (IdeaState.Published or IdeaState.Withdrawn)) return IdeaRefusals.AlreadyGone;
        var clean = answer with { Reasons = People.Text.Clean(answer.Reasons), Office = People.Text.Clean(answer.Office), Cost = People.Text.Clean(answer.Cost ?? ""), NextStep = People.Text.Clean(answer.NextStep ?? "") };
        stream.AppendOne(new AnswerPrepared(clean, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
