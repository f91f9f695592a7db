using System.Text.Json.Serialization;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Halls.Questions;

[JsonConverter(typeof(JsonStringEnumConverter<Moderation>))]
public enum Moderation
{
    [JsonStringEnumMemberName("show")] Show,
    [JsonStringEnumMemberName("hide")] Hide,
    [JsonStringEnumMemberName("answer")] Answer,
}

/// <summary>Shows, hides or ticks off a question.</summary>
/// <param name="Text">A short answer, at most 500 characters, when ticked off.</param>
public sealed record ModerateQuestion(Guid Question, Moderation Step, string? Text = null) : IWish<Done>;

internal sealed class ModerateQuestionVerb(SeatClaims claims, Noticeboard notices) : IVerb<ModerateQuestion, Done>
{
    public Permission Needs => Permission.LeadThis;

    public async Task<Scope?> ScopeOf(ModerateQuestion wish, Deed deed) =>
        await deed.Session.LoadAsync<Question>(wish.Question, deed.Stop) is { } found ? await HallScope.OfHall(found.Hall, deed) : null;

    public async Task<Answer<Done>> Do(ModerateQuestion wish, Deed deed)
    {
        if (People.Text.Check(wish.Text, 500, ("Antwort", "answer"), required: false) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Question>(wish.Question, deed.Stop);
        var (question, hall) = (stream.Aggregate!, stream.Aggregate!.Hall);
        if (wish.Step == Moderation.Answer && question.State != QuestionState.Answered && await claims.Holder(question.Seat, deed.Stop) is { } person)
            await Tell(person, question, deed);
        stream.AppendOne(wish.Step switch
        {
            Moderation.Show => new QuestionShown(hall, deed.Now),
            Moderation.Hide => new QuestionHidden(hall, deed.Now),
            _ => new QuestionAnswered(hall, string.IsNullOrWhiteSpace(wish.Text) ? null : People.Text.Clean(wish.Text), deed.Now),
        });
        return new Done();
    }

    private async Task Tell(Guid person, Question question, Deed deed)
    {
        var hall = (await deed.Session.LoadAsync<Hall>(question.Hall, deed.Stop))!;
        notices.Tell(deed.Session, person, MineParts.AnswerNotice, $"hall:{hall.Id}", new { hall.Title }, $"/live/{hall.Code}/fragen#frage-{question.Id}");
    }
}
