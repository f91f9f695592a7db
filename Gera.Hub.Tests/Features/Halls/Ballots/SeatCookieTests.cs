using System.Net;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>The voter's page and its connection are one voter: the page's cookie is read at the handshake.</summary>
public sealed class SeatCookieTests(HubFixture home)
{
    [Fact]
    public async Task Joining_without_a_seat_takes_the_one_of_the_cookie()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code);
        var cookie = await Cookie(jonas.Hub, code);
        await using var phone = await Voter.Connect(jonas.Hub, cookie: cookie);
        await using var tab = await Voter.Connect(jonas.Hub, cookie: cookie);
        await phone.Join(code);
        await tab.Join(code);

        var first = await phone.Vote(poll, new[] { 1 });
        var second = await tab.Vote(poll, new[] { 2 });

        Assert.Equal(("counted", "changed", first.Receipt), (first.Status, second.Status, second.Receipt));
        await using var token = await Voter.Join(jonas.Hub, code, cookie.Split('=', 2)[1]);
        Assert.Equal(first.Receipt, (await token.Vote(poll, new[] { 3 })).Receipt);
        Assert.Equal(1, (await jonas.Close(poll))["voters"].GetInt32());
    }

    [Fact]
    public async Task A_seat_that_is_named_goes_before_the_cookie()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code);
        await using var ada = await Voter.Join(jonas.Hub, code);
        var hers = await ada.Vote(poll, new[] { 1 });
        await using var page = await Voter.Connect(jonas.Hub, cookie: await Cookie(jonas.Hub, code));
        await page.Join(code, ada.Seat);
        Assert.Equal(("changed", hers.Receipt), ((await page.Vote(poll, new[] { 2 })) is var vote ? (vote.Status, vote.Receipt) : default));
    }

    [Fact]
    public async Task A_cookie_of_another_session_is_no_seat_here()
    {
        var jonas = await home.Jonas();
        var ((here, _), (there, _)) = (await jonas.Session(), await jonas.Session());
        var cookie = await Cookie(jonas.Hub, there);
        await using var phone = await Voter.Connect(jonas.Hub, cookie: cookie.Replace(there, here, StringComparison.Ordinal));
        await using var tab = await Voter.Connect(jonas.Hub, cookie: cookie.Replace(there, here, StringComparison.Ordinal));
        var poll = await jonas.Open(here);
        await phone.Join(here);
        await tab.Join(here);
        Assert.NotEqual((await phone.Vote(poll, new[] { 1 })).Receipt, (await tab.Vote(poll, new[] { 1 })).Receipt);
    }

    [Fact]
    public async Task A_voter_alone_is_never_told_to_come_back()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        var poll = await jonas.Open(code);
        await using var ada = await Voter.Join(jonas.Hub, code);
        for (var i = 0; i < 30; i++) await ada.Vote(poll, new[] { i % 3 + 1 });
        Assert.Equal(0, ada.Busy);
    }

    /// <summary>The seat's cookie as the voter's page sets it.</summary>
    private static async Task<string> Cookie(RunningHub hub, string code)
    {
        using var stranger = Leader.Nobody(hub);
        var page = await stranger.Get($"/live/{code}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hub-seat-", StringComparison.Ordinal)).Split(';')[0];
    }
}
