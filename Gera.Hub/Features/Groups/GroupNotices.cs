using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Gera.Hub.Features.Groups;

/// <summary>What people are told about groups; names are stored, so they never change.</summary>
internal static class GroupNotices
{
    public const string Asked = "group-asked", Answered = "group-answered", Given = "group-task", Due = "group-task-due";

    public static void AddGroupNotices(this IServiceCollection services)
    {
        services.Kind(Asked, (texts, group, _) => texts["Notice_Asked", group])
            .Kind(Answered, (texts, group, data) => texts[data.GetProperty("accepted").GetBoolean() ? "Notice_Accepted" : "Notice_Declined", group])
            .Kind(Given, (texts, group, data) => texts["Notice_Task", group, data.GetProperty("title").GetString()!])
            .Kind(Due, (texts, group, data) => texts["Notice_Due", group, data.GetProperty("title").GetString()!]);
    }

    /// <summary>Who leads a group now; read with the deed's own session.</summary>
    public static async Task<List<Guid>> Leaders(string group, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("""select distinct "UserId" from people.grants where "Role" = $1 and "Scope" = $2 and "EndedAt" is null""", deed.Session.Connection);
        command.Parameters.AddWithValue(Role.Leader);
        command.Parameters.AddWithValue(group);
        var leaders = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        while (await reader.ReadAsync(deed.Stop)) leaders.Add(reader.GetGuid(0));
        return leaders;
    }

    private static IServiceCollection Kind(this IServiceCollection services, string name, Func<IStringLocalizer, string, System.Text.Json.JsonElement, string> sentence) =>
        services.AddSingleton(provider =>
        {
            var (texts, names) = (provider.GetRequiredService<IStringLocalizer<GroupTexts>>(), provider.GetRequiredService<IStringLocalizer<GrantTexts>>());
            return new NoticeKind(name, typeof(GroupTexts), "Notice_" + name, Rhythm.AtOnce, (data, _) => sentence(texts, names["Group_" + data.GetProperty("group").GetString()], data));
        });
}
