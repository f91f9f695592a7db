using System.Net;
using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Groups;

/// <summary>What belongs to those in a group: who is taken in, tasks, documents.</summary>
public sealed class CircleTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Known bad: JoinGroup that does not look at the rules lets everybody in.
    [Fact]
    public async Task Into_a_closed_group_comes_whom_its_leaders_take_in()
    {
        await using var hub = await home.Brief();
        var (jonas, ada, bo) = (await GroupTown.Leads(hub, "bildung"), await Somebody.In(hub, name: "Ada Probst"), await Somebody.In(hub, name: "Bo Lindner"));
        var board = hub.Services.GetRequiredService<GroupBoard>();
        Assert.Null(await jonas.Asks(new SetGroupRules("bildung", true)));
        foreach (var asker in new[] { ada, ada, bo }) Assert.Null(await asker.Asks(new JoinGroup("bildung")));
        Assert.Equal((false, true), (await board.IsMember("bildung", ada.Id, Stop), await board.Asks("bildung", ada.Id, Stop)));
        Assert.Equal(2, await hub.Ask<int>("select \"Times\" from people.notices where \"UserId\" = $1 and \"Kind\" = 'group-asked'", jonas.Id));
        Assert.Equal("not_allowed", await bo.Asks(new AnswerRequest("bildung", bo.Id, true)));
        Assert.Null(await jonas.Asks(new AnswerRequest("bildung", ada.Id, true)));
        Assert.Null(await jonas.Asks(new AnswerRequest("bildung", bo.Id, false)));
        Assert.Equal("not_found", await jonas.Asks(new AnswerRequest("bildung", bo.Id, true)));
        Assert.Equal((true, false), (await board.IsMember("bildung", ada.Id, Stop), await board.IsMember("bildung", bo.Id, Stop)));
        Assert.Equal(2, await hub.Ask<long>("select count(*) from people.notices where \"Kind\" = 'group-answered' and \"UserId\" = any($1)", new[] { ada.Id, bo.Id }));
        // Who is in stays in; who takes the request back asks no more.
        Assert.Null(await bo.Asks(new JoinGroup("bildung")));
        Assert.Null(await bo.Asks(new LeaveGroup("bildung")));
        Assert.False(await board.Asks("bildung", bo.Id, Stop));
        Assert.Null(await jonas.Asks(new SetGroupRules("bildung", false)));
        Assert.Null(await bo.Asks(new JoinGroup("bildung")));
        Assert.True(await board.IsMember("bildung", bo.Id, Stop));
    }

    [Fact]
    public async Task A_task_is_given_to_somebody_of_the_group_and_reminded_of_once()
    {
        var hub = await home.Hub();
        var (jonas, ada, bo) = (await GroupTown.Leads(hub, "bildung"), await GroupTown.Member(hub, "bildung"), await Somebody.In(hub));
        var (soon, later, today) = (GroupTown.NewId(), GroupTown.NewId(), Berlin.Day(TimeProvider.System.GetUtcNow()));
        Assert.Equal("task_not_of_group", await jonas.Asks(new AddTask(soon, "bildung", "Saal bestellen", bo.Id, today)));
        Assert.Equal("task_due_missing", await jonas.Asks(new AddTask(soon, "bildung", "Saal bestellen", ada.Id, null)));
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Null(await jonas.Asks(new AddTask(soon, "bildung", "Saal bestellen", ada.Id, today)));
        Assert.Null(await jonas.Asks(new AddTask(later, "bildung", "Einladung schreiben", ada.Id, today.AddDays(20))));
        // Whoever reminds at the same moment, one of them tells.
        var clock = new[] { hub, await home.Second() };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => clock[n % 2].Door.Send<RemindTasks, Done>(new RemindTasks(), Caller.Clock, Stop)));
        await hub.Door.Send<RemindTasks, Done>(new RemindTasks(), Caller.Clock, Stop);
        Assert.Equal(1, await hub.Ask<int>("select sum(\"Times\")::int from people.notices where \"UserId\" = $1 and \"Kind\" = 'group-task-due'", ada.Id));
        Assert.Equal("not_allowed", await bo.Asks(new SetTaskDone(soon, true)));
        Assert.Null(await ada.Asks(new SetTaskDone(soon, true)));
        Assert.True(await hub.Ask<bool>("select data ->> 'doneAt' is not null from hub.mt_doc_grouptask where id = $1", soon));
        using var anyone = Leader.Nobody(hub);
        Assert.DoesNotContain("Einladung schreiben", (await anyone.Get("/gruppen/bildung")).Raw, StringComparison.Ordinal);
        Assert.Contains(await hub.Services.GetRequiredService<TaskBoard>().For(ada.Id, Stop), t => t.Id == later);
    }

    [Fact]
    public async Task A_document_is_a_pdf_and_read_by_whom_it_is_for()
    {
        var hub = await home.Hub();
        var jonas = await GroupTown.Leads(hub);
        Assert.Equal("group_no_pdf", await jonas.Asks<AddDocument, Guid>(new AddDocument("stadt", "Bild", true, SomePicture.Of(10, 10))));
        var (open, closed) = (await jonas.Does<AddDocument, Guid>(new AddDocument("stadt", "Plan", true, SomePicture.Pdf)), await jonas.Does<AddDocument, Guid>(new AddDocument("stadt", "Entwurf", false, SomePicture.Pdf)));
        using var anyone = Leader.Nobody(hub);
        var found = await anyone.Get($"/gruppen/stadt/dokumente/{open}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "nosniff"), (found.Status, found.Message.Content.Headers.ContentType!.MediaType, found.Message.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/gruppen/stadt/dokumente/{closed}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/gruppen/energie/dokumente/{open}")).Status);
        Assert.DoesNotContain(closed.ToString(), (await anyone.Get("/gruppen/stadt")).Raw, StringComparison.Ordinal);
        Assert.NotNull(await hub.Services.GetRequiredService<DocumentShelf>().Open("stadt", closed, Person.Clock, Stop));
        Assert.Null(await jonas.Asks(new DropDocument(open)));
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/gruppen/stadt/dokumente/{open}")).Status);
        Assert.Equal(2, await hub.Ask<short>("select state from files.files where key = $1", GroupDocument.KeyOf(open)));
    }
}
