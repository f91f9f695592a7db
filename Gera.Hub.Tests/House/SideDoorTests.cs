using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>
/// Before close no interface tells a count per option of a secret poll, or of one whose result shows at close: all addresses the program
/// has and all messages of the hub are walked. Known-bad: a snapshot that fills in the votes.
/// </summary>
public sealed class SideDoorTests(HubFixture home)
{
    private const int Crew = 7;

    /// <summary>Points of each ballot; numbers that occur nowhere else.</summary>
    private static readonly int[] Points = [617, 173, 209];

    /// <summary>Sums, with any separator of thousands, and shares in percent.</summary>
    private static readonly Regex Canary = new(string.Join('|', Points.SelectMany(p => new[] { Grouped(p * Crew), $"(?<![\\w.,-]){p}(?!\\w)", $@"{p / 10}[.,]{p % 10}\s*%" })), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    public static TheoryData<string, bool, string> Polls => new() { { "secret", true, "closed" }, { "results at close", false, "closed" } };

    [Theory, MemberData(nameof(Polls))]
    public async Task Nothing_tells_a_count_before_close(string kind, bool secret, string results)
    {
        var jonas = await home.Jonas();
        var (code, id) = await jonas.Session();
        var poll = await jonas.Prepare(code, new { question = $"Wofür? ({kind})", kind = "points", options = new[] { "Park", "Bad", "Bus" }, spread = 1000, secret, results });
        await using var watcher = await Voter.Connect(jonas.Hub);
        var heard = new ConcurrentQueue<string>();
        heard.Enqueue((await watcher.Join(code)).GetRawText());
        await jonas.Post($"/api/live/polls/{poll}/open");
        foreach (var topic in new[] { "home", $"session:{code}", $"questions:{code}", $"poll:{poll}" }) await watcher.Invoke("Watch", topic);
        await using var crowd = await Crowd.Join(jonas.Hub, code, Crew);
        foreach (var ballot in await Task.WhenAll(crowd.Voters.Select(v => v.Vote(poll, Points.Select((p, i) => new[] { i + 1, p }).ToArray())))) Assert.Equal("counted", ballot.Status);
        await Eventually.Holds(() => watcher.Tallies.Any(t => t.GetProperty("voters").GetInt32() == Crew), "No count of the voters came.");

        var seen = await Walk(jonas.Hub, code, poll, watcher.Seat!);
        await using var late = await Voter.Connect(jonas.Hub);
        heard.Enqueue((await late.Join(code)).GetRawText());
        foreach (var message in watcher.Polls.Concat(watcher.Tallies).Concat(late.Polls).Concat(late.Tallies)) heard.Enqueue(message.GetRawText());
        Assert.True(heard.Count > 4, "The hub said nothing.");
        Assert.All(seen, page => Assert.DoesNotMatch(Canary, $"{page.Address}: {page.Text}"));
        Assert.All(heard, message => Assert.DoesNotMatch(Canary, message));

        // The canaries are well chosen: after close they are found where everybody may look.
        await jonas.Close(poll);
        var told = await Walk(jonas.Hub, code, poll, watcher.Seat!);
        await jonas.Hub.Door.Send<EndSession, Done>(new EndSession(id), jonas.Caller, TestContext.Current.CancellationToken);
        told.AddRange(await Walk(jonas.Hub, code, poll, watcher.Seat!));
        var where = told.Where(page => Canary.IsMatch(page.Text)).Select(page => page.Address.Replace(code, "CODE", StringComparison.Ordinal).Replace(poll, "POLL", StringComparison.Ordinal)).ToHashSet();
        Assert.All(["/api/live/polls/POLL", "/api/live/polls/POLL/record", "/api/live/sessions/CODE", "/live/CODE", "/live/CODE/wand", "/live/CODE/protokoll", "/live/CODE/protokoll.json", "/live/CODE/abstimmung/POLL.csv", "/live/CODE/zaehlung/POLL"], address => Assert.Contains(address, where));
    }

    /// <summary>Everything readable, as a stranger, as somebody with a seat who has not voted (a voter sees the own vote), in German and in English.</summary>
    private static async Task<List<(string Address, string Text)>> Walk(RunningHub hub, string code, string poll, string seat)
    {
        using var stranger = Leader.Nobody(hub);
        var addresses = Endpoints.Readable(hub, code, poll).SelectMany(a => a.Contains("zaehlung", StringComparison.Ordinal) ? new[] { a, a + "?seite=1" } : [a]).ToArray();
        var seen = new List<(string, string)>();
        foreach (var cookie in new[] { null, $"hub-seat-{code}={seat}", "sprache=en" })
            foreach (var address in addresses)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
                request.Headers.Add("Accept", "text/html");
                if (cookie is not null) request.Headers.Add("Cookie", cookie);
                var reply = await stranger.Send(request);
                // Ids, hashes and tokens are random and may hold any three digits.
                seen.Add((address, Noise.Replace(reply.Raw, "") + reply.Message.Headers));
            }
        return seen;
    }

    private static readonly Regex Noise = new("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[A-Za-z0-9_-]{60,}|[\\w.-]+\\.[a-z0-9]{10}\\.(css|js|woff2)|viewBox=\"[^\"]*\"|\\bd=\"[^\"]*\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static string Grouped(int number) => $@"(?<![\w-]){number / 1000}[.,\s\u00A0\u202F]?{number % 1000:d3}(?!\w)";
}
