using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Marten;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Answers what somebody wrote: seen under their link, and mailed where an address was given.</summary>
/// <param name="Words">At most 5,000 characters.</param>
public sealed record AnswerFeedback(Guid Feedback, string? Words) : IWish<Done>;

internal sealed class AnswerFeedbackVerb(Outbox outbox) : IVerb<AnswerFeedback, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Scope?> ScopeOf(AnswerFeedback wish, Deed deed) => await deed.Session.LoadAsync<Feedback>(wish.Feedback, deed.Stop) is { } feedback ? new Scope { About = feedback.Reference } : null;

    public async Task<Answer<Done>> Do(AnswerFeedback wish, Deed deed)
    {
        if (People.Text.Check(wish.Words, Feedback.WordsMost, ("Antwort", "answer")) is { } bad) return bad;
        var feedback = (await deed.Session.LoadAsync<Feedback>(wish.Feedback, deed.Stop))!;
        if (feedback.Answer is not null) return PageRefusals.Answered;
        var words = People.Text.Clean(wish.Words!);
        if (feedback.Mail is { } mail) outbox.Post(deed.Session, new Letter(FeedbackMails.Answered, new { reference = feedback.Reference, words }, Address: mail, Language: feedback.Language, Key: $"feedback:{feedback.Id:N}"));
        deed.Session.Store(feedback with { Answer = words, AnsweredAt = deed.Now, Mail = null });
        return new Done();
    }
}
