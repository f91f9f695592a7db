using Gera.Hub.Features.Groups;
using Xunit;

namespace Gera.Hub.Tests.Features.Groups;

/// <summary>Who is in a working group is a fact with a key; how many there are is asked of the facts.</summary>
public sealed class GroupTests(HubFixture home)
{
    [Fact]
    public async Task Of_fifty_presses_at_once_one_person_becomes_one_member_who_follows()
    {
        var hub = await home.Hub();
        var ada = await Somebody.In(hub);
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => ada.Asks(new JoinGroup("energie"))));
        Assert.All(answers, Assert.Null);
        Assert.Equal(1, await hub.Ask<long>("select count(*) from hub.mt_doc_groupmember where data->>'person' = $1", ada.Id.ToString()));
        Assert.Equal("group:energie", await hub.Ask<string>("select string_agg(\"Target\", ',') from people.follows where \"UserId\" = $1", ada.Id));
        Assert.Null(await ada.Asks(new LeaveGroup("energie")));
        Assert.Null(await ada.Asks(new LeaveGroup("energie")));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from hub.mt_doc_groupmember where data->>'person' = $1", ada.Id.ToString()));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.follows where \"UserId\" = $1", ada.Id));
        Assert.Equal("not_found", await ada.Asks(new JoinGroup("sport")));
    }

    [Fact]
    public async Task The_page_counts_its_members_and_names_its_leaders_as_they_are_now()
    {
        await using var hub = await home.Brief();
        using var stranger = Leader.Nobody(hub);
        var page = await stranger.Get("/gruppen/energie");
        Assert.Contains("<dd>0</dd>", page.Raw, StringComparison.Ordinal);
        Assert.Contains("Mira Vogel", page.Raw, StringComparison.Ordinal);
        foreach (var n in Enumerable.Range(0, 3)) await (await Somebody.In(hub)).Asks(new JoinGroup("energie"));
        await hub.Tamper("update people.grants set \"EndedAt\" = now() where \"Scope\" = 'energie'");
        page = await stranger.Get("/gruppen/energie");
        Assert.Contains("<dd>3</dd>", page.Raw, StringComparison.Ordinal);
        Assert.Contains("Leitung offen", page.Raw, StringComparison.Ordinal);
        Assert.Contains("Wege und Plätze", System.Net.WebUtility.HtmlDecode((await stranger.Get("/gruppen/stadt")).Raw), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.Get("/gruppen/sport")).Status);
    }
}
