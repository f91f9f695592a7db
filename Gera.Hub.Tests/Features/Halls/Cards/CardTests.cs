using System.Net;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Cards;

public sealed class CardTests(HubFixture home)
{
    [Fact]
    public async Task Of_fifty_who_try_one_card_exactly_one_gets_the_seat()
    {
        var (jonas, code, cards, _) = await Print(1);
        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => jonas.Post($"/api/live/sessions/{code}/seats", new { card = cards[0].Code })));
        Assert.Single(tries, t => t.Status == HttpStatusCode.OK && t["seat"].GetString() is { Length: > 20 });
        Assert.All(tries.Where(t => t.Status != HttpStatusCode.OK), t => HallApiTests.Refused(t, HttpStatusCode.Conflict, "card_used"));
    }

    [Fact]
    public async Task However_a_card_is_typed_it_is_the_same_and_a_wrong_one_is_unknown()
    {
        var (jonas, code, cards, _) = await Print(1);
        foreach (var wrong in new[] { "", "AAAA-AAAA-AAAA", "\0", new string('A', 1_000), "AAAA" })
            HallApiTests.Refused(await jonas.Post($"/api/live/sessions/{code}/seats", new { card = wrong }), HttpStatusCode.NotFound, "card_unknown");
        Assert.Equal(HttpStatusCode.OK, (await jonas.Post($"/api/live/sessions/{code}/seats", new { card = " " + cards[0].Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) })).Status);
    }

    [Fact]
    public async Task Without_a_card_one_may_look_but_not_vote()
    {
        var (jonas, code, cards, _) = await Print(2);
        var poll = await jonas.Open(code);
        await using var ada = await Voter.Join(jonas.Hub, code);
        Assert.Null(ada.Seat);
        Assert.Equal("seat_required", (await ada.Vote(poll, new[] { 1 })).Code);
        await ada.Join(code, await Redeem(jonas, code, cards[0]));
        Assert.Equal("counted", (await ada.Vote(poll, new[] { 1 })).Status);
    }

    [Fact]
    public async Task A_card_works_in_its_own_session_only()
    {
        var (jonas, code, cards, _) = await Print(1);
        var (other, _) = await jonas.Session("card");
        HallApiTests.Refused(await jonas.Post($"/api/live/sessions/{other}/seats", new { card = cards[0].Code }), HttpStatusCode.NotFound, "card_unknown");
        var (open, _) = await jonas.Session();
        HallApiTests.Refused(await jonas.Post($"/api/live/sessions/{open}/seats", new { card = cards[0].Code }), HttpStatusCode.Conflict, "cards_not_here");
        await using var ada = await Voter.Join(jonas.Hub, other, await Redeem(jonas, code, cards[0]));
        Assert.Null(ada.Seat);
    }

    [Fact]
    public async Task The_seat_of_a_revoked_card_votes_no_more_so_that_nobody_votes_with_the_old_and_the_new_one()
    {
        var (jonas, code, cards, hall) = await Print(5);
        await using var bo = await Voter.Join(jonas.Hub, code, await Redeem(jonas, code, cards[0]));
        var replaced = await jonas.Hub.Door.Send<RevokeCard, PrintedCard[]>(new RevokeCard(hall, cards[0].Number, Replace: true), jonas.Caller, TestContext.Current.CancellationToken);
        await using var again = await Voter.Join(jonas.Hub, code, await Redeem(jonas, code, replaced.Value.Single()));
        foreach (var secret in new[] { false, true })
        {
            var poll = await jonas.Open(code, new { question = "?", kind = "single", options = new[] { "a", "b" }, secret });
            Assert.Equal(("refused", "card_unknown"), ((await bo.Vote(poll, new[] { 1 })) is var old ? (old.Status, old.Code) : default));
            Assert.Equal("counted", (await again.Vote(poll, new[] { 2 })).Status);
            await jonas.Close(poll);
        }
    }

    [Fact]
    public async Task While_a_poll_is_open_the_cards_stay_as_they_are()
    {
        var (jonas, code, cards, hall) = await Print(2);
        await jonas.Open(code);
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal("electorate_fixed", (await jonas.Hub.Door.Send<IssueCards, PrintedCard[]>(new IssueCards(hall, 1), jonas.Caller, stop)).Refusal?.Code);
        Assert.Equal("electorate_fixed", (await jonas.Hub.Door.Send<RevokeCard, PrintedCard[]>(new RevokeCard(hall, cards[0].Number, false), jonas.Caller, stop)).Refusal?.Code);
    }

    [Fact]
    public async Task Two_who_print_at_once_get_different_numbers_or_are_told_that_someone_was_faster()
    {
        var (jonas, _, _, hall) = await Print(1);
        var stop = TestContext.Current.CancellationToken;
        var prints = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => jonas.Hub.Door.Send<IssueCards, PrintedCard[]>(new IssueCards(hall, 3), jonas.Caller, stop)));
        Assert.Contains(prints, p => p.Granted);
        Assert.All(prints.Where(p => !p.Granted), p => Assert.Equal("conflict", p.Refusal!.Code));
        var numbers = prints.Where(p => p.Granted).SelectMany(p => p.Value).Select(c => c.Number).ToArray();
        Assert.Equal(numbers.Distinct().Count(), numbers.Length);
    }

    [Fact]
    public async Task Codes_are_stored_as_hashes_only()
    {
        var (jonas, _, cards, hall) = await Print(3);
        var dump = await jonas.Hub.Ask<string>("select string_agg(c::text, ' ') from halls.cards c where session = $1", hall);
        Assert.All(cards, c => Assert.DoesNotContain(c.Code, dump, StringComparison.Ordinal));
    }

    private static async Task<string> Redeem(Leader leader, string code, PrintedCard card) =>
        (await leader.Post($"/api/live/sessions/{code}/seats", new { card = card.Code }))["seat"].GetString()!;

    private async Task<(Leader Jonas, string Code, PrintedCard[] Cards, Guid Hall)> Print(int count)
    {
        var jonas = await home.Jonas();
        var (code, hall) = await jonas.Session("card");
        return (jonas, code, (await jonas.Hub.Door.Send<IssueCards, PrintedCard[]>(new IssueCards(hall, count), jonas.Caller)).Value, hall);
    }
}
