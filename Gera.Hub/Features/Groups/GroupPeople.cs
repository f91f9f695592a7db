using System.Text.Json.Nodes;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>What the groups keep of a person: of which they are a member.</summary>
internal sealed class GroupPeople(IDocumentStore store, IStringLocalizer<GroupTexts> texts, IStringLocalizer<People.Grants.GrantTexts> names) : IPersonalData, IMyDeeds
{
    public string Section => "groups";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(GroupMember), typeof(Attendee),
        typeof(MeetingPlanned), typeof(MeetingChanged), typeof(MeetingCancelled), typeof(AgendaItemWritten), typeof(AgendaArranged), typeof(MembersInvited), typeof(ItemVoteBegan), typeof(MinutesDrafted), typeof(MinutesReleased),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var mine = await Mine(person, stop);
        var meetings = await Attended(person, stop);
        if (mine.Count + meetings.Count == 0) return null;
        return new JsonObject
        {
            ["member"] = new JsonArray([.. mine.Select(m => new JsonObject { ["group"] = m.Group, ["since"] = m.At })]),
            ["attended"] = new JsonArray([.. meetings.Select(m => new JsonObject { ["meeting"] = m.Facts.Title, ["group"] = m.Group, ["at"] = m.StartsAt })]),
        };
    }

    // A membership is no contribution: without the person there is none. What leaders planned and wrote is the group's; it names them by an id that nobody knows any more.
    public Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.DeleteWhere<GroupMember>(m => m.Person == person);
        session.DeleteWhere<Attendee>(a => a.Person == person);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop) =>
        [.. (await Mine(person, stop)).OrderByDescending(m => m.At).Take(most).Select(m => new MyDeed(texts["MyDeed"], names["Group_" + m.Group], "", $"/gruppen/{m.Group}", m.At))];

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
