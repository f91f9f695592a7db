using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Questions;

/// <summary>Puts a question on the projector, or takes it down.</summary>
/// <param name="Question">Null takes down what is there.</param>
public sealed record PinQuestion(Guid Hall, Guid? Question) : IWish<Done>;

internal sealed class PinQuestionVerb : IVerb<PinQuestion, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(PinQuestion wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<Done>> Do(PinQuestion wish, Deed deed)
    {
        if (wish.Question is { } id && (await deed.Session.LoadAsync<Question>(id, deed.Stop) is not { State: QuestionState.Shown or QuestionState.Answered } question || question.Hall != wish.Hall))
            return Refusals.NotFound;
        var stream = await deed.Session.Events.FetchForWriting<Hall>(wish.Hall, deed.Stop);
        stream.AppendOne(new QuestionPinned(wish.Question));
        return new Done();
    }
}
