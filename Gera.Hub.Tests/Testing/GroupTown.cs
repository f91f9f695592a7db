using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Testing;

/// <summary>Meetings made for one test.</summary>
internal static class GroupTown
{
    public const string Group = "stadt";

    /// <summary>Some days ahead, or behind, 18:00 to 20:00.</summary>
    public static MeetingFacts Facts(string title = "Wege zur Schule", int days = 6)
    {
        var start = Berlin.Day(TimeProvider.System.GetUtcNow()).AddDays(days).ToDateTime(new TimeOnly(18, 0));
        return new MeetingFacts(title, "Wir reden über Wege.", start, start.AddHours(2), "Rathaus, Saal 2", null);
    }

    public static Task<Somebody> Leads(RunningHub hub, string group = Group) => Somebody.In(hub, [new(Role.Leader, group)], name: "Jonas Weber");

    public static async Task<Somebody> Member(RunningHub hub, string group = Group)
    {
        var somebody = await Somebody.In(hub);
        Assert.Null(await somebody.Asks(new JoinGroup(group)));
        return somebody;
    }

    public static async Task<Guid> Meeting(Somebody leader, string title = "Wege zur Schule", int days = 6, bool isPublic = true, string group = Group)
    {
        var id = NewId();
        Assert.Null(await leader.Asks(new PlanMeeting(id, group, Facts(title, days), isPublic)));
        return id;
    }

    /// <summary>An item with one motion.</summary>
    public static async Task<(Guid Item, Guid Poll)> Item(Somebody leader, Guid meeting, string title = "Tempo 30", string question = "Soll vor Schulen Tempo 30 gelten?")
    {
        var (item, poll) = (NewId(), NewId());
        Assert.Null(await leader.Asks(new WriteAgendaItem(meeting, item, title, 20, "Dazu liegt ein Papier vor.", [new AgendaPoll(poll, question, "motion", [], false)])));
        return (item, poll);
    }

    public static Task<Answer<string>> Begins(Somebody leader, Guid meeting, Guid item) =>
        leader.Hub.Services.GetRequiredService<VoteStart>().Begin(meeting, item, leader.Caller, TestContext.Current.CancellationToken);

    public static async Task<Meeting> Now(RunningHub hub, Guid meeting) =>
        (await hub.Services.GetRequiredService<MeetingBoard>().One(await hub.Ask<string>("select data ->> 'group' from hub.mt_doc_meeting where id = $1", meeting), meeting, Person.Clock, TestContext.Current.CancellationToken))!.Meeting;

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
