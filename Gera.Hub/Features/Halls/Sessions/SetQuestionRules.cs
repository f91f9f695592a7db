using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Says how questions from the floor are taken.</summary>
public sealed record SetQuestionRules(Guid Hall, QuestionRules Rules) : IWish<Done>;

internal sealed class SetQuestionRulesVerb : IVerb<SetQuestionRules, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(SetQuestionRules wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<Done>> Do(SetQuestionRules wish, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<Hall>(wish.Hall, deed.Stop);
        if (stream.Aggregate!.IsOver) return HallRefusals.SessionEnded;
        stream.AppendOne(new QuestionRulesSet(wish.Rules));
        return new Done();
    }
}
