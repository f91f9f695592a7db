using Gera.Hub.Features.Ideas.Answers;
using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Shell;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Editors hear of a next step whose day has come, once, however many processes look.</summary>
public sealed class ReminderTests(HubFixture home)
{
    // Known bad: without the key in ideas.reminded each process tells, and a notice says two times.
    [Fact]
    public async Task Of_two_processes_that_look_at_once_one_tells()
    {
        var (hub, other) = (await home.Hub(), await home.Second());
        var editor = await Somebody.In(hub, [new(Role.Editor, "")]);
        var idea = await (await IdeaTown.Make(hub)).Idea(await Somebody.In(hub), "Brunnen mit Frist");
        var yesterday = Berlin.Day(TimeProvider.System.GetUtcNow()).AddDays(-1);
        Assert.Null(await editor.Asks(new PrepareAnswer(idea.Id, new IdeaAnswer(AnswerStatus.Checking, "Wir prüfen.", "Tiefbauamt", "", "Angebote einholen", yesterday))));
        Assert.Null(await editor.Asks(new PublishAnswers([idea.Id])));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? hub : other).Door.Send<RemindOffices, Done>(new RemindOffices(), Caller.Clock)));
        Assert.Equal(1, await hub.Ask<int>("""select sum("Times")::int from people.notices where "UserId" = $1 and "About" = $2""", editor.Id, $"{idea.Number}/{yesterday:O}"));
    }
}
