using System.Text.Json.Serialization;
using Gera.Hub.People;
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

internal sealed class ModerateQuestionVerb : IVerb<ModerateQuestion, Done>
{
    public Permission Needs => Permission.LeadThis;

    public async Task<Scope?> ScopeOf(ModerateQuestion wish, Deed deed) =>
        await deed.Session.LoadAsync<Question>(wish.Question, deed.Stop) is { } found ? await HallScope.OfHall(found.Hall, deed) : null;

    public async Task<Answer<Done>> Do(ModerateQuestion wish, Deed deed)
    {
        if (People.Text.Check(wish.Text, 500, ("Antwort", "answer"), required: false) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Question>(wish.Question, deed.Stop);
        var hall = stream.Aggregate!.Hall;
        stream.AppendOne(wish.Step switch
        {
            Moderation.Show => new QuestionShown(hall, deed.Now),
            Moderation.Hide => new QuestionHidden(hall, deed.Now),
            _ => new QuestionAnswered(hall, string.IsNullOrWhiteSpace(wish.Text) ? null : People.Text.Clean(wish.Text), deed.Now),
        });
        return new Done();
    }
}
