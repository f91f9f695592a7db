using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>The count shown is the count the facts give, after thousands of random commands over two processes.</summary>
public sealed class FactsTests(HubFixture home)
{
    // Known bad: a stored counter (one more per "counted") is wrong after the first changed vote; a box that forgets what a vote replaced, too.
    [Fact]
    public async Task The_count_shown_is_the_count_of_the_facts_after_ten_thousand_random_commands()
    {
        var jonas = await home.Jonas();
        var hubs = new[] { jonas.Hub, await home.Second() };
        var random = new Random(16_000);
        foreach (var kind in new[] { PollKind.Multiple, PollKind.Rating, PollKind.Ranking, PollKind.Points })
        {
            var (code, hall) = await jonas.Session();
            var rules = Some.Rules(kind, options: 4, max: 4);
            var poll = await jonas.Open(code, new { question = rules.Question, kind, options = rules.Options, max = kind == PollKind.Multiple ? 4 : (int?)null });
            var (id, seats, last) = (Guid.Parse(poll), Enumerable.Range(0, 120).Select(_ => Seats.New(hall)).ToArray(), new Dictionary<Guid, int[]>());
            for (var round = 0; round < 25; round++)
            {
                random.Shuffle(seats);
                var wishes = seats.Take(100).Select(s => (Seat: s, Choice: Votes.Make(rules, random), Hub: hubs[random.Next(2)], Key: $"{round}-{random.Next(3)}")).ToArray();
                var answers = await Task.WhenAll(wishes.Select(w => w.Hub.Services.GetRequiredService<Polling>().Vote(new VoteWish(poll, Json(w.Choice, kind), w.Key), w.Seat, Caller.Nobody)));
                foreach (var (wish, answer) in wishes.Zip(answers))
                {
                    Assert.Contains(answer.Status, new[] { "counted", "changed", "unchanged" });
                    last[wish.Seat.Id] = wish.Choice;
                }
            }
            var oracle = new long[Cells.Count(rules)];
            foreach (var choice in last.Values) Cells.Add(oracle, rules, choice, 1);
            foreach (var hub in hubs)
            {
                var facts = hub.Services.GetRequiredService<Facts>();
                await Eventually.Holds(async () => (await hub.Services.GetRequiredService<TallyBoard>().Of(id, rules)).Count is { } shown && shown.Cells.SequenceEqual(oracle) && shown.Voters == last.Count, "The count shown differs from what was voted.");
                Assert.Equal(oracle, (await facts.Marks(id, rules, TestContext.Current.CancellationToken)).Cells);
            }
            var closed = await jonas.Close(poll);
            Assert.Equal(oracle[..4], closed["options"].EnumerateArray().Select(o => o.GetProperty("votes").GetInt64()));
            Assert.Equal(last.Count, closed["voters"].GetInt32());
        }
    }

    private static System.Text.Json.JsonElement Json(int[] numbers, PollKind kind) => Some.Json(kind is PollKind.Rating or PollKind.Points
        ? $"[{string.Join(',', numbers.Chunk(2).Select(p => $"[{p[0]},{p[1]}]"))}]" : $"[{string.Join(',', numbers)}]");
}
