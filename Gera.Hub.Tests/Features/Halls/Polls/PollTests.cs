using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Polls;

public sealed class PollTests
{
    private static readonly DateTimeOffset Now = Some.Evening;

    public static TheoryData<PollState> ButPrepared => [.. Enum.GetValues<PollState>().Where(s => s != PollState.Prepared)];

    public static TheoryData<PollState> ButOpen => [.. Enum.GetValues<PollState>().Where(s => s != PollState.Open)];

    public static TheoryData<PollState> ButClosed => [.. Enum.GetValues<PollState>().Where(s => s != PollState.Closed)];

    [Fact]
    public void A_prepared_poll_opens() => Assert.Equal(new PollOpened(null, Now), Some.Poll().Open(false, null, Now).Value);

    [Theory, MemberData(nameof(ButPrepared))]
    public void Only_a_prepared_poll_opens(PollState state) => Assert.Same(HallRefusals.AlreadyOpened, Some.Poll(state: state).Open(false, null, Now).Refusal);

    [Fact]
    public void Two_polls_of_a_session_are_never_open_together() => Assert.Same(HallRefusals.AnotherPollOpen, Some.Poll().Open(true, null, Now).Refusal);

    [Theory, InlineData(0), InlineData(1), InlineData(4)]
    public void A_secret_poll_does_not_open_for_fewer_than_five(int entitled) =>
        Assert.Same(HallRefusals.TooFewEntitled, Some.Poll(Some.Rules(secret: true)).Open(false, entitled, Now).Refusal);

    [Theory, InlineData(5), InlineData(400), InlineData(null)]
    public void A_secret_poll_opens_for_five_or_where_nobody_knows_how_many_come(int? entitled) =>
        Assert.Equal(entitled, Some.Poll(Some.Rules(secret: true)).Open(false, entitled, Now).Value.Entitled);

    [Fact]
    public void An_open_poll_with_four_cards_may_be_public() => Assert.True(Some.Poll().Open(false, 4, Now).Granted);

    [Fact]
    public void A_prepared_poll_may_be_reworded() => Assert.Equal("Neu?", Some.Poll().Reword(Some.Rules() with { Question = "Neu?" }, Now).Value.Rules.Question);

    [Theory, MemberData(nameof(ButPrepared))]
    public void Rules_stand_from_the_first_opening_on(PollState state)
    {
        Assert.Same(HallRefusals.AlreadyOpened, Some.Poll(state: state).Reword(Some.Rules(), Now).Refusal);
        Assert.Same(HallRefusals.AlreadyOpened, Some.Poll(state: state).Drop(Now).Refusal);
    }

    [Theory, InlineData(5), InlineData(3600)]
    public void A_countdown_sets_the_end(int seconds) =>
        Assert.Equal(Now.AddSeconds(seconds), Some.Poll(state: PollState.Open).CountDown(TimeSpan.FromSeconds(seconds), Now).Value.ClosesAt);

    [Fact]
    public void A_countdown_ends_at_a_time_the_database_can_keep() =>
        Assert.Equal(Now.AddMicroseconds(1).AddSeconds(30), Some.Poll(state: PollState.Open).CountDown(TimeSpan.FromSeconds(30), Now.AddTicks(17)).Value.ClosesAt);

    [Theory, InlineData(4), InlineData(0), InlineData(-1), InlineData(3601), InlineData(int.MaxValue)]
    public void A_countdown_is_neither_a_blink_nor_a_night(int seconds) =>
        Assert.Same(HallRefusals.CountdownOutOfRange, Some.Poll(state: PollState.Open).CountDown(TimeSpan.FromSeconds(seconds), Now).Refusal);

    [Theory, MemberData(nameof(ButOpen))]
    public void Only_an_open_poll_counts_down(PollState state) => Assert.Same(HallRefusals.NotOpen, Some.Poll(state: state).CountDown(TimeSpan.FromMinutes(1), Now).Refusal);

    [Fact]
    public void A_closed_poll_without_votes_reopens() => Assert.True(Some.Poll(state: PollState.Closed).Reopen(0, false, Now).Granted);

    [Fact]
    public void A_closed_poll_with_one_vote_stays_closed() => Assert.Same(HallRefusals.VotesAreIn, Some.Poll(state: PollState.Closed).Reopen(1, false, Now).Refusal);

    [Fact]
    public void A_poll_does_not_reopen_beside_another() => Assert.Same(HallRefusals.AnotherPollOpen, Some.Poll(state: PollState.Closed).Reopen(0, true, Now).Refusal);

    [Theory, MemberData(nameof(ButClosed))]
    public void Only_a_closed_poll_reopens_or_is_annulled(PollState state)
    {
        Assert.Same(HallRefusals.NotClosed, Some.Poll(state: state).Reopen(0, false, Now).Refusal);
        Assert.Same(HallRefusals.NotClosed, Some.Poll(state: state).Annul("Falsche Frage", Now).Refusal);
    }

    [Fact]
    public void An_annulled_poll_tells_why() => Assert.Equal("Falsche Frage", Some.Poll(state: PollState.Closed).Apply(Some.Poll(state: PollState.Closed).Annul("Falsche Frage", Now).Value).Reason);

    [Theory, InlineData(PollState.Prepared), InlineData(PollState.Dropped)]
    public void There_is_nothing_to_show_before_a_poll_was_open(PollState state)
    {
        Assert.Same(HallRefusals.NotOpen, Some.Poll(state: state).Show(true, Now).Refusal);
        Assert.Same(HallRefusals.NotOpen, Some.Poll(state: state).Show(false, Now).Refusal);
    }

    [Fact]
    public void A_secret_poll_shows_nothing_while_it_is_open()
    {
        var poll = Some.Poll(Some.Rules(secret: true), PollState.Open);
        Assert.Same(HallRefusals.SecretShowsAfterClose, poll.Show(true, Now).Refusal);
        Assert.False(poll.Shows);
        Assert.False((poll with { Rules = poll.Rules with { Results = ShowResults.Live } }).Shows);
    }

    [Fact]
    public void Hiding_and_showing_is_what_the_leader_wished_last()
    {
        var open = Some.Poll(state: PollState.Open);
        var hidden = open.Apply((ResultsHidden)open.Show(false, Now).Value);
        Assert.True(open.Shows);
        Assert.False(hidden.Shows);
        Assert.True(hidden.Apply((ResultsShown)hidden.Show(true, Now).Value).Shows);
    }

    [Fact]
    public void Results_meant_for_the_end_show_when_the_poll_closes()
    {
        var poll = Some.Poll(Some.Rules(results: ShowResults.Closed), PollState.Open);
        Assert.False(poll.Shows);
        Assert.True(poll.Apply(new PollClosed(Now, false, new PollResult([1, 0, 0], [], 1, 1), "", [])).Shows);
    }

    [Fact]
    public void Too_few_secret_ballots_never_show()
    {
        var closed = Some.Poll(Some.Rules(secret: true), PollState.Open).Apply(new PollClosed(Now, false, new PollResult([0, 0, 0], [], 3, 3, TooFew: true), "", []));
        Assert.False(closed.Shows);
        Assert.False(closed.Apply(new ResultsShown(Now)).Shows);
        Assert.False(closed.Apply(new PollAnnulled("Zu wenige", Now)).Shows);
    }

    [Fact]
    public void A_reopened_poll_has_forgotten_its_close()
    {
        var closed = Some.Poll(state: PollState.Open).Apply(new PollClosingSet(Now, Now)).Apply(new PollClosed(Now, true, new PollResult([0, 0, 0], [], 0, 0), "ab", []));
        var again = closed.Apply(new PollReopened(Now));
        Assert.Equal((PollState.Open, null, null, null, null), (again.State, again.ClosesAt, again.ClosedAt, again.Result, again.Head));
    }
}
