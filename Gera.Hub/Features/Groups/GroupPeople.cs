using System.Text.Json.Nodes;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>What the groups keep of a person: of which they are a member or ask to be, their tasks, meetings they were at.</summary>
internal sealed class GroupPeople(IDocumentStore store, TaskBoard tasks, IStringLocalizer<GroupTexts> texts, IStringLocalizer<People.Grants.GrantTexts> names) : IPersonalData, IMyDeeds
{
    public string Section => "groups";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(GroupMember), typeof(GroupRequest), typeof(GroupTask), typeof(Attendee),
        typeof(MeetingPlanned), typeof(MeetingChanged), typeof(MeetingCancelled), typeof(AgendaItemWritten), typeof(AgendaArranged), typeof(MembersInvited), typeof(ItemVoteBegan), typeof(MinutesDrafted), typeof(MinutesReleased),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var mine = await Mine(person, stop);
        var meetings = await Attended(person, stop);
        var jobs = await tasks.For(person, stop);
        var asked = await Asked(person, stop);
        if (mine.Count + meetings.Count + jobs.Count + asked.Count == 0) return null;
        return new JsonObject
        {
            ["member"] = new JsonArray([.. mine.Select(m => new JsonObject { ["group"] = m.Group, ["since"] = m.At })]),
            ["asked"] = new JsonArray([.. asked.Select(r => new JsonObject { ["group"] = r.Group, ["at"] = r.At })]),
            ["tasks"] = new JsonArray([.. jobs.Select(t => new JsonObject { ["task"] = t.Title, ["group"] = t.Group, ["due"] = t.Due.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["doneAt"] = t.DoneAt })]),
            ["attended"] = new JsonArray([.. meetings.Select(m => new JsonObject { ["meeting"] = m.Facts.Title, ["group"] = m.Group, ["at"] = m.StartsAt })]),
        };
    }

    // A membership is no contribution: without the person there is none. What leaders planned and wrote is the group's; it names them by an id that nobody knows any more.
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.DeleteWhere<GroupMember>(m => m.Person == person);
        session.DeleteWhere<Attendee>(a => a.Person == person);
        session.DeleteWhere<GroupRequest>(r => r.Person == person);
        foreach (var task in await session.Query<GroupTask>().Where(t => t.Person == person).ToListAsync(stop)) session.Store(task with { Person = null });
    }

    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop) =>
    [
        .. (await Mine(person, stop)).OrderByDescending(m => m.At).Take(most).Select(m => new MyDeed(texts["MyDeed"], names["Group_" + m.Group], "", $"/gruppen/{m.Group}", m.At)),
        .. (await Asked(person, stop)).Select(r => new MyDeed(texts["MyRequest"], names["Group_" + r.Group], texts["Waits"], $"/gruppen/{r.Group}", r.At)),
        .. (await tasks.For(person, stop)).Take(most).Select(t => new MyDeed(texts["MyTask"], t.Title, t.DoneAt is null ? texts["DueBy", t.Due.ToString("d", System.Globalization.CultureInfo.CurrentCulture)] : texts["IsDone"], $"/gruppen/{t.Group}#aufgaben", t.At)),
    ];

    private async Task<IReadOnlyList<GroupRequest>> Asked(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<GroupRequest>().Where(r => r.Person == person).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<Meeting>> Attended(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var ids = await session.Query<Attendee>().Where(a => a.Person == person).Select(a => a.Meeting).ToListAsync(stop);
        return await session.LoadManyAsync<Meeting>(stop, [.. ids]);
    }

    private async Task<IReadOnlyList<GroupMember>> Mine(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<GroupMember>().Where(m => m.Person == person).ToListAsync(stop);
    }
}
