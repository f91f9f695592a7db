using Gera.Hub.Features.Halls.Console;
using Gera.Hub.Features.Halls.Polls;
using Gera.Hub.Features.Halls.Sessions;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Console;

public sealed class NextStepTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    private static readonly Hall Forum = new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "K7M2QX", "Bürgerforum", "stadt", Access.Anyone, Guid.Empty, Evening);

    [Fact]
    public void Without_a_prepared_poll_the_next_step_is_to_prepare_one() => Assert.Equal(new NextStep(NextMove.Prepare), NextStep.Of(new HallView(Forum, [])));

    [Fact]
    public void A_prepared_poll_is_opened_next()
    {
        var (closed, prepared) = (Bench(2, PollState.Closed), Bench(3, PollState.Prepared));
        Assert.Equal(new NextStep(NextMove.Open, prepared), NextStep.Of(new HallView(Forum, [closed, prepared])));
    }

    [Fact]
    public void An_open_poll_is_closed_before_the_next_one_opens()
    {
        var (prepared, open) = (Bench(2, PollState.Prepared), Bench(3, PollState.Open));
        Assert.Equal(new NextStep(NextMove.Close, open), NextStep.Of(new HallView(Forum, [prepared, open])));
    }

    [Fact]
    public void After_the_end_there_is_no_next_step() =>
        Assert.Equal(new NextStep(NextMove.Over), NextStep.Of(new HallView(Forum with { EndedAt = Evening }, [Bench(2, PollState.Prepared)])));

    internal static Poll Bench(int number, PollState state) => new(Guid.Parse($"019a0000-0000-7000-8000-00000000000{number}"), Forum.Id,
        new PollRules("Wo soll die Bank stehen?", PollKind.Single, ["Markt", "Elsterufer"], false, true, ShowResults.Live), state, Evening);
}
