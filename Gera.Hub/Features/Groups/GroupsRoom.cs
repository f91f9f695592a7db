using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Grants;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>The room's door: the five working groups and who is in them.</summary>
public static class GroupsRoom
{
    public static void AddGroups(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureMarten(options => options.Schema.For<GroupMember>().Index(m => m.Group).Index(m => m.Person));
        services.AddSingleton<GroupBoard>().AddSingleton<GroupPeople>();
        services.AddSingleton<IPersonalData>(provider => provider.GetRequiredService<GroupPeople>()).AddSingleton<IMyDeeds>(provider => provider.GetRequiredService<GroupPeople>());
        services.AddSingleton(new FollowKind("group", (provider, key, _) =>
            Task.FromResult(WorkingGroup.All.Contains(key) ? new Followed(provider.GetRequiredService<IStringLocalizer<GrantTexts>>()["Group_" + key], $"/gruppen/{key}") : null)));
        services.AddSingleton(new NavEntry("/gruppen", "NavGroups", typeof(GroupTexts), 30));
        services.AddSingleton(new HomeSection(typeof(HomeGroups), 50) { Texts = typeof(GroupTexts), TextKey = "GroupsTitle" }).AddSingleton<ISearchSource, GroupSearch>();
    }
}
