using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Pages;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Grants;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>The room's door: the five working groups and who is in them.</summary>
public static class GroupsRoom
{
    public static void AddGroups(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureMarten(options =>
        {
            options.Schema.For<GroupMember>().Index(m => m.Group).Index(m => m.Person);
            options.Projections.Snapshot<Meeting>(SnapshotLifecycle.Inline);
            options.Schema.For<Meeting>().Duplicate(m => m.Group).Duplicate(m => m.StartsAt).Duplicate(m => m.EndsAt).Duplicate(m => m.IsPublic);
            options.Schema.For<GroupRequest>().Index(r => r.Group).Index(r => r.Person);
            // Who marks a task as done and who reminds of it do not write over each other.
            options.Schema.For<GroupTask>().UseOptimisticConcurrency(true).Index(t => t.Group).Index(t => t.Person!).Duplicate(t => t.RemindAt);
            options.Schema.For<GroupDocument>().Index(d => d.Group);
            options.Schema.For<Attendee>().Index(a => a.Meeting).Index(a => a.Person);
        });
        services.AddSingleton<MeetingBoard>().AddSingleton<MeetingFile>().AddSingleton<MeetingMails>().AddSingleton<VoteStart>().AddSingleton<MeetingDates>().AddSingleton<AttendanceList>();
        services.AddSingleton<TaskBoard>().AddSingleton<DocumentShelf>().AddSingleton<RequestList>().AddHostedService<TaskClock>();
        services.AddGroupNotices();
        MeetingTemplate.Add(services);
        MeetingSearch.Add(services);
        services.AddSingleton(new GroupSection(typeof(GroupMeetings), 5)).AddSingleton(new GroupSection(typeof(GroupTasks), 8)).AddSingleton(new GroupSection(typeof(GroupDocuments), 9));
        services.AddSeed<GroupSeeds>(45);
        services.AddSingleton<GroupBoard>().AddSingleton<GroupPeople>();
        services.AddSingleton<IPersonalData>(provider => provider.GetRequiredService<GroupPeople>()).AddSingleton<IMyDeeds>(provider => provider.GetRequiredService<GroupPeople>());
        services.AddSingleton(new FollowKind("group", (provider, key, _) =>
            Task.FromResult(WorkingGroup.All.Contains(key) ? new Followed(provider.GetRequiredService<IStringLocalizer<GrantTexts>>()["Group_" + key], $"/gruppen/{key}") : null)));
        services.AddSingleton(new NavEntry("/gruppen", "NavGroups", typeof(GroupTexts), 30));
        services.AddSingleton(new HomeSection(typeof(HomeGroups), 50) { Texts = typeof(GroupTexts), TextKey = "GroupsTitle" }).AddSingleton<ISearchSource, GroupSearch>();
    }

    public static void MapGroups(this WebApplication app)
    {
        MeetingForms.Map(app);
        GroupForms.Map(app);
    }
}
