using Gera.Hub.Features.Groups.Meetings;

namespace Gera.Hub.Tests.Features.Groups;

/// <summary>What may be done with a meeting, decided without a store.</summary>
public sealed class AgendaTests
{
    private static readonly DateTimeOffset Now = Some.Evening;

    private static readonly AgendaItem Talk = new(Id(1), "Bericht", 10, "", []), Vote = new(Id(2), "Tempo 30", 20, "", [new AgendaPoll(Id(9), "Ja?", "motion", [], false)]);

    private static readonly MeetingFacts Facts = new("Wege", null, new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Unspecified), new DateTime(2026, 11, 20, 20, 0, 0, DateTimeKind.Unspecified), "Saal", null);

    private static Meeting Plain => Meeting.Create(new MeetingPlanned(Id(0), "stadt", Facts, true, null, Now)) with { Items = [Talk, Vote] };

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    [Fact]
    public void Items_move_up_and_down_and_stay_within_the_agenda()
    {
        Assert.Equal([Id(2), Id(1)], Plain.Arrange(Id(2), -1, null, Now).Value.Order);
        Assert.Equal([Id(1), Id(2)], Plain.Arrange(Id(2), 5, null, Now).Value.Order);
        Assert.Equal("not_found", Plain.Arrange(Id(7), 1, null, Now).Refusal?.Code);
        Assert.Equal([Talk], Plain.Apply(new AgendaArranged([Id(1), Id(7)], null, Now)).Items);
    }

    [Fact]
    public void An_item_that_was_put_to_the_vote_stays()
    {
        Assert.Equal("agenda_item_voted", Plain.Drop(Id(2), new HashSet<Guid> { Id(9) }, null, Now).Refusal?.Code);
        Assert.Equal([Id(1)], Plain.Drop(Id(2), new HashSet<Guid>(), null, Now).Value.Order);
    }

    [Fact]
    public void The_vote_of_an_item_joins_the_session_that_runs_and_begins_another_when_that_is_over()
    {
        Assert.Equal(Id(5), Plain.BeginVote(Id(2), false, Id(5), new HashSet<Guid>(), null, Now).Value.Session);
        var running = Plain.Apply(new ItemVoteBegan(Id(2), Id(5), null, Now));
        Assert.Equal(Id(5), running.BeginVote(Id(2), false, Id(6), new HashSet<Guid>(), null, Now).Value.Session);
        Assert.Equal(Id(6), running.BeginVote(Id(2), true, Id(6), new HashSet<Guid>(), null, Now).Value.Session);
        Assert.Equal([Id(5)], running.Apply(new ItemVoteBegan(Id(2), Id(5), null, Now)).Sessions);
        Assert.Equal("agenda_no_polls", Plain.BeginVote(Id(1), false, Id(5), new HashSet<Guid>(), null, Now).Refusal?.Code);
        Assert.Equal("agenda_voted_already", running.BeginVote(Id(2), true, Id(6), new HashSet<Guid> { Id(9) }, null, Now).Refusal?.Code);
        Assert.Equal("meeting_cancelled", Plain.Apply(new MeetingCancelled("Regen", null, Now)).BeginVote(Id(2), false, Id(5), new HashSet<Guid>(), null, Now).Refusal?.Code);
    }

    [Fact]
    public void Minutes_are_written_once_it_began_and_published_once_no_vote_runs()
    {
        var words = MinutesWords.Empty with { Opening = "Guten Abend." };
        Assert.Equal("minutes_early", Plain.WriteMinutes(words, null, Facts.StartsAt.AddMinutes(-1)).Refusal?.Code);
        Assert.Equal("minutes_nothing_written", Plain.Publish(false, null, Now).Refusal?.Code);
        var written = Plain.Apply(Plain.WriteMinutes(words, null, Facts.StartsAt).Value);
        Assert.Null(written.Minutes);
        Assert.Equal("minutes_votes_run", written.Publish(true, null, Now).Refusal?.Code);
        var released = written.Apply(written.Publish(false, null, Now).Value);
        Assert.Equal((1, words), (released.Edition, released.Minutes));
        Assert.Equal("minutes_out", released.Write(Talk, null, Now).Refusal?.Code);
        // The same words once more are no edition.
        Assert.Equal("minutes_nothing_written", released.Apply(new MinutesDrafted(words with { Notes = [] }, null, Now)).Publish(false, null, Now).Refusal?.Code);
        Assert.Equal(2, released.Apply(new MinutesDrafted(words with { Guests = 3 }, null, Now)).Publish(false, null, Now).Value.Edition);
    }

    [Fact]
    public void An_invitation_goes_out_anew_when_place_or_time_change_and_not_for_words()
    {
        Assert.Equal(0, Plain.Apply(new MeetingChanged(Facts with { Title = "Wege und Plätze" }, null, Now)).Moves);
        Assert.Equal(1, Plain.Apply(new MeetingChanged(Facts with { Place = "Orangerie" }, null, Now)).Moves);
    }

    [Fact]
    public void Polls_are_checked_by_the_rules_of_the_halls_when_they_are_written()
    {
        static string[] Faults(params AgendaPoll[] polls) => [.. WriteAgendaItemVerb.Faults(new WriteAgendaItem(Id(0), Id(1), "Punkt", 10, null, polls)).Select(f => $"{f.Field} {f.Refusal.Code}")];
        Assert.Empty(Faults(new AgendaPoll(Id(2), "Welche Farbe?", "single", ["Rot", "Grün"], true)));
        Assert.Equal(["frage-0 options_alike"], Faults(new AgendaPoll(Id(2), "Welche Farbe?", "single", ["Rot", "rot"], false)));
        Assert.Equal(["frage-1 agenda_kind_unknown"], Faults(new AgendaPoll(Id(2), "Ja?", "motion", [], false), new AgendaPoll(Id(3), "Nein?", "wuerfeln", [], false)));
    }
}
