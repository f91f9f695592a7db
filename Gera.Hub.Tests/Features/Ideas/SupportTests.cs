using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Supports;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>A support is a fact with a key; the count is asked of the facts.</summary>
public sealed class SupportTests(HubFixture home)
{
    [Fact]
    public async Task Supporting_twice_counts_once_and_taking_it_back_counts_no_more()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        Assert.Equal("own_idea", await anna.Asks(new SupportIdea(idea.Id)));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
        Assert.Equal(1, await Count(hub, idea.Id));
        Assert.Null(await bogdan.Asks(new WithdrawSupport(idea.Id)));
        Assert.Null(await bogdan.Asks(new WithdrawSupport(idea.Id)));
        Assert.Equal(0, await Count(hub, idea.Id));
        Assert.Null(await bogdan.Asks(new SupportIdea(idea.Id)));
        Assert.Equal(1, await Count(hub, idea.Id));
        Assert.Equal("log_in_first", (await hub.Door.Send<SupportIdea, Done>(new SupportIdea(idea.Id), Caller.Nobody, TestContext.Current.CancellationToken)).Refusal?.Code);
    }

    // Known bad: without the sheet's lock (SupportSheet.Hold) far more than five get through.
    [Fact]
    public async Task Two_hundred_supports_of_one_person_at_once_never_exceed_the_limit()
    {
        var hub = await home.Own(null, ("Paces:Persons", "100"));
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { SupportsPerPerson = 5 });
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var ideas = new List<Guid>();
        for (var n = 0; n < 20; n++) ideas.Add((await town.Idea(anna, $"Idee {n}")).Id);
        var codes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => bogdan.Asks(new SupportIdea(ideas[n % ideas.Count]))));
        Assert.All(codes, code => Assert.Contains(code, new[] { null, "supports_used", "busy" }));
        Assert.Contains("supports_used", codes);
        Assert.Equal(5, await hub.Ask<long>("select count(*) from ideas.supports where person = $1 and until is null", bogdan.Id));
        Assert.Equal(5, await hub.Ask<int>("select jsonb_array_length(data->'ideas') from hub.mt_doc_supportsheet where id = $1", SupportSheet.Key(bogdan.Id, town.Contest)));
    }

    // Known bad: without the share lock on the phase's row some supports come after the event that ended it.
    [Fact]
    public async Task Five_hundred_supports_in_flight_while_the_phase_closes_are_cut_clean()
    {
        var hub = await home.Own();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna);
        var crowd = new List<Somebody>();
        for (var n = 0; n < 500; n++) crowd.Add(await Somebody.In(hub));
        var wishes = crowd.Select(async (person, n) =>
        {
            // The end comes in the middle of it all.
            if (n == 250) await town.Move(Phase.Support, false);
            for (var attempt = 0; ; attempt++)
            {
                var code = await person.Asks(new SupportIdea(idea.Id));
                if (code != "busy" || attempt == 20) return code;
            }
        }).ToArray();
        var codes = await Task.WhenAll(wishes);
        Assert.All(codes, code => Assert.Contains(code, new[] { null, "support_closed" }));
        var granted = codes.Count(code => code is null);
        Assert.Equal(granted, await Count(hub, idea.Id));
        Assert.Equal(granted, await hub.Ask<long>("select count(*) from hub.mt_events where type = 'idea_supported' and data->>'idea' = $1", idea.Id.ToString()));
        var end = await hub.Ask<long>("select max(seq_id) from hub.mt_events where stream_id = $1 and type = 'phase_closed'", town.Contest);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from hub.mt_events where type = 'idea_supported' and data->>'idea' = $1 and seq_id > $2", idea.Id.ToString(), end));
        Assert.Equal("support_closed", await crowd[0].Asks(new WithdrawSupport(idea.Id)) ?? await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
    }

    // Known bad: with locks on the phase's row alone, which have no queue, the last one is granted at once, and the end could wait for ever.
    [Fact]
    public async Task The_end_of_a_phase_does_not_wait_for_those_who_come_after_it()
    {
        var hub = await home.Own();
        var town = await IdeaTown.Make(hub);
        var idea = await town.Idea(await Somebody.In(hub));
        var (bogdan, clara) = (await Somebody.In(hub), await Somebody.In(hub));
        // Bogdan is in the middle of it: somebody else has just this key, and has not decided yet.
        await using var slow = await hub.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var undecided = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var insert = new Npgsql.NpgsqlCommand("insert into ideas.supports (idea, person, contest, since) values ($1, $2, $3, now())", slow))
        {
            foreach (var id in new[] { idea.Id, bogdan.Id, town.Contest }) insert.Parameters.AddWithValue(id);
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var before = bogdan.Asks(new SupportIdea(idea.Id));
        await Waiting(1);
        var end = town.Move(Phase.Support, false);
        await Waiting(2);
        var after = clara.Asks(new SupportIdea(idea.Id));
        await Eventually.Holds(async () => after.IsCompleted || await Waits() == 3, "Clara neither waits nor is answered.");
        await undecided.RollbackAsync(TestContext.Current.CancellationToken);
        await end;
        Assert.Equal((null, "support_closed"), (await before, await after));

        async Task<long> Waits() => await hub.Ask<long>("select count(distinct pid) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()");
        Task Waiting(int count) => Eventually.Holds(async () => await Waits() == count, "Nobody waits.");
    }

    [Fact]
    public async Task A_contest_for_residents_takes_supports_of_residents_only()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Support = Level.Resident });
        var idea = await town.Idea(await Somebody.In(hub));
        Assert.Equal("resident_required", await (await Somebody.In(hub)).Asks(new SupportIdea(idea.Id)));
        Assert.Null(await (await Somebody.In(hub, resident: true)).Asks(new SupportIdea(idea.Id)));
    }

    [Fact]
    public async Task The_count_of_an_earlier_day_is_the_count_of_that_day()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var idea = await town.Idea(await Somebody.In(hub));
        var (bogdan, clara) = (await Somebody.In(hub), await Somebody.In(hub));
        await bogdan.Asks(new SupportIdea(idea.Id));
        var one = new DateTimeOffset(await hub.Ask<DateTime>("select clock_timestamp()"), TimeSpan.Zero);
        await clara.Asks(new SupportIdea(idea.Id));
        await bogdan.Asks(new WithdrawSupport(idea.Id));
        Assert.Equal(1, await Count(hub, idea.Id));
        Assert.Equal(1, await Count(hub, idea.Id, one));
        Assert.Equal(0, await Count(hub, idea.Id, one.AddDays(-1)));
    }

    private static async Task<int> Count(RunningHub hub, Guid idea, DateTimeOffset? at = null) =>
        (await hub.Services.GetRequiredService<SupportCount>().Of([idea], at, TestContext.Current.CancellationToken))[idea];
}
