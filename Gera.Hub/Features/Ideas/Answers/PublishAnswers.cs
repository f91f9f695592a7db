using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas.Answers;

/// <summary>Brings prepared answers out, all at the same moment or none; authors, supporters and followers are told.</summary>
public sealed record PublishAnswers(IReadOnlyList<Guid> Ideas) : IWish<Done>;

internal sealed class PublishAnswersVerb(Noticeboard board) : IVerb<PublishAnswers, Done>
{
    private const int Most = 200;

    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(15);

    public async Task<Answer<Done>> Do(PublishAnswers wish, Deed deed)
    {
        if (wish.Ideas.Count is 0 or > Most) return IdeaRefusals.NothingPrepared;
        foreach (var id in wish.Ideas.Distinct())
        {
            var stream = await deed.Session.Events.FetchForWriting<Idea>(id, deed.Stop);
            if (stream.Aggregate is not { Prepared: { } answer } idea) return IdeaRefusals.NothingPrepared;
            stream.AppendOne(new AnswerPublished(deed.Person.Id!.Value, deed.Now));
            if (!await IdeaScope.IsVisible(id, deed)) continue;
            var title = await IdeaScope.Title(id, deed);
            foreach (var person in await IdeaFollows.Everyone(idea, deed)) board.Tell(deed.Session, person, IdeaNotices.Answered, id.ToString(), new { title, status = answer.Status }, $"/ideen/{idea.Number}#antwort");
        }
        return new Done();
    }
}
