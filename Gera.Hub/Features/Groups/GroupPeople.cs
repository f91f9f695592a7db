using System.Text.Json.Nodes;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>What the groups keep of a person: of which they are a member.</summary>
internal sealed class GroupPeople(IDocumentStore store, IStringLocalizer<GroupTexts> texts, IStringLocalizer<People.Grants.GrantTexts> names) : IPersonalData, IMyDeeds
{
    public string Section => "groups";

    public IReadOnlyList<Type> Covers => [typeof(GroupMember)];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        var mine = await Mine(person, stop);
        return mine.Count == 0 ? null : new JsonArray([.. mine.Select(m => new JsonObject { ["group"] = m.Group, ["since"] = m.At })]);
    }

    // A membership is no contribution: without the person there is none.
    public Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        session.DeleteWhere<GroupMember>(m => m.Person == person);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop) =>
        [.. (await Mine(person, stop)).OrderByDescending(m => m.At).Take(most).Select(m => new MyDeed(texts["MyDeed"], names["Group_" + m.Group], "", $"/gruppen/{m.Group}", m.At))];

    private async Task<IReadOnlyList<GroupMember>> Mine(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<GroupMember>().Where(m => m.Person == person).ToListAsync(stop);
    }
}
