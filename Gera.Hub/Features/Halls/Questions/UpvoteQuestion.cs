using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Questions;

/// <summary>Supports a question, once per seat; once more changes nothing.</summary>
public sealed record UpvoteQuestion(Guid Question) : IWish<Done>;

internal sealed class UpvoteQuestionVerb : IVerb<UpvoteQuestion, Done>
{
    public Permission Needs => Permission.Seat;

    public Pace? Pace => new(120, 10_000, TimeSpan.FromMinutes(1));

    public async Task<Scope?> ScopeOf(UpvoteQuestion wish, Deed deed) =>
        await deed.Session.LoadAsync<Question>(wish.Question, deed.Stop) is { State: QuestionState.Shown or QuestionState.Answered } found ? await HallScope.OfHall(found.Hall, deed) : null;

    public async Task<Answer<Done>> Do(UpvoteQuestion wish, Deed deed)
    {
        var question = (await deed.Session.LoadAsync<Question>(wish.Question, deed.Stop))!;
        var seat = deed.Seat!.Value.Id;
        if (question.Seat == seat) return HallRefusals.OwnQuestion;
        if ((await deed.Session.LoadAsync<Hall>(question.Hall, deed.Stop))!.IsOver) return HallRefusals.SessionEnded;
        // The key decides, not a look beforehand: of fifty at once one is in.
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var mark = new NpgsqlCommand("insert into halls.upvotes (question, seat) values ($1, $2) on conflict do nothing", deed.Session.Connection);
        mark.Parameters.AddWithValue(question.Id);
        mark.Parameters.AddWithValue(seat);
        if (await mark.ExecuteNonQueryAsync(deed.Stop) == 1) deed.Session.Events.Append(question.Id, new QuestionUpvoted(question.Hall, seat));
        return new Done();
    }
}
