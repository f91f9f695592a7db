using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Questions;

public sealed class AskQuestionTests(HubFixture home)
{
    [Fact]
    public async Task Of_fifty_questions_at_once_a_seat_gets_as_many_in_as_it_may()
    {
        var jonas = await home.Jonas();
        var (_, hall) = await jonas.Session();
        var (ada, bo) = (Caller.Nobody with { Seat = Seats.New(hall) }, Caller.Nobody with { Seat = Seats.New(hall) });
        var second = await home.Second();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Ask(n % 2 == 0 ? jonas.Hub : second, hall, ada, n)));
        Assert.Equal(5, answers.Count(code => code is null));
        Assert.All(answers, code => Assert.Contains(code, new[] { null, "too_many_questions", "busy" }));
        Assert.Equal(5L, await jonas.Hub.Ask<long>("select count(*) from hub.mt_doc_question where (data ->> 'hall')::uuid = $1", hall));
        Assert.Null(await Ask(jonas.Hub, hall, bo, 0));
    }

    [Fact]
    public async Task A_question_that_is_refused_uses_up_none()
    {
        var jonas = await home.Jonas();
        var (_, hall) = await jonas.Session();
        var ada = Caller.Nobody with { Seat = Seats.New(hall) };
        for (var i = 0; i < 6; i++) Assert.False((await jonas.Hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, ""), ada, TestContext.Current.CancellationToken)).Granted);
        for (var i = 0; i < 5; i++) Assert.Null(await Ask(jonas.Hub, hall, ada, i));
        Assert.Equal("too_many_questions", await Ask(jonas.Hub, hall, ada, 6));
    }

    private static async Task<string?> Ask(RunningHub hub, Guid hall, Caller who, int n) =>
        (await hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, $"Frage {n}: Wann kommt der Bus?"), who, TestContext.Current.CancellationToken)).Refusal?.Code;
}
