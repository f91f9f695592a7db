using System.Diagnostics;
using Gera.Hub.People.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Data;

/// <summary>"My hub" stays as quick for somebody who did a lot as for somebody who did little.</summary>
public sealed class MyHubTests(HubFixture home)
{
    private const int Few = 3, Many = 300;

    // Known bad: a look at each session by itself.
    [Fact]
    public async Task Three_hundred_sessions_are_asked_for_in_as_many_queries_as_three()
    {
        await using var hub = await home.Brief();
        var jonas = await Somebody.In(hub, [new(Role.Leader, "energie")]);
        await Leads(jonas, Few);
        await Look(hub, jonas.Id, 1); // what is read once and kept
        var (few, _, _) = await Look(hub, jonas.Id, 1);
        await Leads(jonas, Many - Few);
        var began = Stopwatch.GetTimestamp();
        var (many, deeds, more) = await Look(hub, jonas.Id, 1);
        TestContext.Current.SendDiagnosticMessage($"My hub with {Many} sessions, {Many} polls voted in: {many} queries, {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
        Assert.Equal((few, MyHub.PageSize, true), (many, deeds.Count, more));
        var (last, oldest, none) = await Look(hub, jonas.Id, (2 * Many + 1) / MyHub.PageSize + 1);
        Assert.Equal((few, (2 * Many + 1) % MyHub.PageSize, false), (last, oldest.Count, none));
    }

    /// <summary>Each session with a closed poll in which its leader voted.</summary>
    private static async Task Leads(Somebody jonas, int sessions)
    {
        for (var n = 0; n < sessions; n++)
        {
            var hall = await jonas.Does<StartSession, SessionStarted>(new($"Einwohnerversammlung {n}", Access.Account));
            var poll = Guid.Parse((await jonas.Does<PreparePoll, PollMade>(new(hall.Id, Some.Draft()))).Id);
            Assert.Null(await jonas.Asks(new OpenPoll(poll)));
            await jonas.Hub.Tamper("insert into halls.ballot_marks (poll, voter, key, choice) values ($1, $2, $1::text, '{1}')", poll, Seats.OfAccount(hall.Id, jonas.Id).Id);
        }
    }

    private static async Task<(int Queries, IReadOnlyList<MyDeed> Deeds, bool More)> Look(RunningHub hub, Guid person, int page)
    {
        var queries = 0;
        using var root = new Activity("look").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId) Interlocked.Increment(ref queries);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var scope = hub.Services.CreateAsyncScope();
        var (deeds, more) = await scope.ServiceProvider.GetRequiredService<MyHub>().Of(person, page, TestContext.Current.CancellationToken);
        Assert.True(queries > 3, "No query was seen.");
        return (queries, deeds, more);
    }
}
