using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Questions;

/// <summary>Asks something from the floor.</summary>
/// <param name="Text">At most 500 characters.</param>
/// <param name="Name">At most 80 characters; dropped where the session takes questions without names.</param>
public sealed record AskQuestion(Guid Hall, string? Text, string? Name = null) : IWish<QuestionTaken>;

/// <param name="State">shown, or waiting for the leader.</param>
public sealed record QuestionTaken(string Id, QuestionState State);

internal sealed class AskQuestionVerb(PersonKeys keys, RunSettings settings) : IVerb<AskQuestion, QuestionTaken>
{
    public Permission Needs => Permission.Seat;

    public Pace? Pace => new(60, 2_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(AskQuestion wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<QuestionTaken>> Do(AskQuestion wish, Deed deed)
    {
        if (People.Text.Check(wish.Text, 500, ("Frage", "question")) is { } bad) return bad;
        if (People.Text.Check(wish.Name, 80, ("Name", "name"), required: false) is { } badName) return badName;
        var hall = (await deed.Session.LoadAsync<Hall>(wish.Hall, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (!hall.Questions.Taken) return HallRefusals.QuestionsOff;
        var seat = deed.Seat!.Value.Id;
        if (!await TakeSlot(deed, hall.Id, seat)) return HallRefusals.TooManyQuestions;

        var id = deed.NewId();
        var name = hall.Questions.Named && !string.IsNullOrWhiteSpace(wish.Name) ? People.Text.Clean(wish.Name) : null;
        var text = People.Text.Clean(wish.Text!);
        if (deed.Person.Id is { } account && deed.Seat == Seats.OfAccount(hall.Id, account))
        {
            (text, name) = (await keys.Seal(account, text, deed.Stop), name is null ? null : await keys.Seal(account, name, deed.Stop));
            // So that whoever asked can be told of the answer.
            SeatClaims.Note(deed.Session, deed.Seat.Value, account, deed.Now);
        }
        deed.Session.Events.StartStream<Question>(id, new QuestionAsked(id, hall.Id, seat, text, name, !hall.Questions.Moderated, deed.Now));
        return new QuestionTaken(id.ToString(), hall.Questions.Moderated ? QuestionState.Waiting : QuestionState.Shown);
    }

    /// <summary>One of the numbers a seat has for its questions: the key decides, not a look beforehand.</summary>
    private async Task<bool> TakeSlot(Deed deed, Guid hall, Guid seat)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var most = settings.Number(HallOptions.QuestionsPerSeatNow);
        // Whoever loses a number to another request of the same seat looks for the next one; each loss means one number less.
        for (var attempt = 0; attempt <= most; attempt++)
        {
            await using var take = new NpgsqlCommand("""
                insert into halls.question_slots (session, seat, slot)
                select $1, $2, n from generate_series(1, $3) n where not exists (select from halls.question_slots s where s.session = $1 and s.seat = $2 and s.slot = n) order by n limit 1
                on conflict do nothing
                """, deed.Session.Connection);
            take.Parameters.AddWithValue(hall);
            take.Parameters.AddWithValue(seat);
            take.Parameters.AddWithValue(most);
            if (await take.ExecuteNonQueryAsync(deed.Stop) == 1) return true;
        }
        return false;
    }
}
