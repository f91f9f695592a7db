using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Xunit;

namespace Gera.Hub.Tests.Storage;

/// <summary>
/// What leaves the hub beside its answers: console, rolling log, metrics and traces, at their most talkative. None holds a choice or a
/// person. Known-bad: a wish that tells its choice when it is written as text.
/// </summary>
public sealed class TelemetryTests(HubFixture home)
{
    /// <summary>A choice nobody else makes, however it is written down.</summary>
    private static readonly Regex Choice = new(@"617\D{1,12}2\D{1,12}173|wert-1\D{1,4}617|Zwergmispel", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(30));

    private static readonly int[][] Points = [[1, 617], [2, 173], [3, 209]];

    [Fact]
    public async Task Nothing_the_hub_says_beside_its_answers_holds_a_choice_or_a_person()
    {
        var folder = TempFolders.Create();
        await using var collector = await Collector.Start();
        try
        {
            var seen = new List<string>();
            string console;
            (string Mail, string Password) jonas;
            await using (var hub = HubProcess.Start([("ConnectionStrings__Hub", await home.NewDatabase("telemetry")), ("Hub__Demo", "true"), ("Hub__DataDirectory", folder), ("Hub__Telemetry", collector.Address.ToString()),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), .. Talkative]))
            {
                await hub.Ready();
                jonas = hub.Demo("leader");
                using var client = From("127.0.0.7", hub.Address);
                await Vote(hub, client, jonas, seen);
                await Eventually.Holds(() => collector.Has("metrics") && collector.Text.Contains("OpenPoll", StringComparison.Ordinal) && collector.Text.Contains("abstimmen", StringComparison.Ordinal), "Metrics and traces did not arrive.", TimeSpan.FromSeconds(30));
                console = hub.Said;
            }
            var log = string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "logs"), "hub-*.log").Select(File.ReadAllText));
            Assert.Contains("OpenPoll done", log, StringComparison.Ordinal);
            Assert.Contains("OpenPoll done", console, StringComparison.Ordinal);
            // What is printed for demo people is meant to be read.
            console = string.Join('\n', console.Split('\n').Where(line => !line.Contains("@demo.", StringComparison.Ordinal) || line.Contains('[', StringComparison.Ordinal)));
            foreach (var (where, text) in new[] { ("log", log), ("console", console), ("traces and metrics", collector.Text), ("headers", string.Join('\n', seen)) })
            {
                Assert.False(Choice.IsMatch(text), $"The {where} tells a choice: {Around(text, Choice)}");
                foreach (var person in new[] { jonas.Mail, jonas.Password, "127.0.0.7" }) Assert.False(text.Contains(person, StringComparison.Ordinal), $"The {where} tells {person}: {Around(text, new Regex(Regex.Escape(person), RegexOptions.None, TimeSpan.FromSeconds(9)))}");
            }
        }
        finally
        {
            TempFolders.Remove(folder);
        }
    }

    [Fact]
    public async Task Nothing_is_measured_for_others_until_an_address_is_set() => Assert.Null((await home.Hub()).Services.GetService<TracerProvider>());

    /// <summary>Every level of every part, as somebody who looks for a fault may set it.</summary>
    private static readonly (string, string)[] Talkative =
    [
        ("Serilog__MinimumLevel__Default", "Verbose"),
        .. new[] { "Microsoft", "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Query", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Antiforgery", "Npgsql", "Marten", "JasperFx" }
            .Select(part => ($"Serilog__MinimumLevel__Override__{part}", "Verbose")),
    ];

    /// <summary>Six secret ballots over the wire, one refused, one by the plain form. Keeps every header and address that came back.</summary>
    private static async Task Vote(HubProcess hub, HttpClient client, (string Mail, string Password) jonas, List<string> seen)
    {
        var login = await Reply.Of(await client.PostAsJsonAsync("/api/account/login", new { email = jonas.Mail, password = jonas.Password }));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login["accessToken"].GetString());
        var code = (await Post("/api/live/sessions", new { title = "Einwohnerversammlung", access = "anyone" }))["code"].GetString()!;
        var poll = (await Post($"/api/live/sessions/{code}/polls", new { question = "Wofür?", kind = "points", options = new[] { "Zwergmispel", "Bad", "Bus" }, spread = 1000, secret = true }))["id"].GetString()!;
        await Post($"/api/live/polls/{poll}/open");
        client.DefaultRequestHeaders.Authorization = null;

        var voters = new List<Voter>();
        for (var i = 0; i < 6; i++) voters.Add(await Voter.Connect(hub.Address));
        foreach (var voter in voters) await voter.Join(code);
        Assert.Equal("refused", (await voters[0].Vote(poll, new[] { Points[0], Points[1], [3, 900] })).Status);
        Assert.All(await Task.WhenAll(voters.Select(v => v.Vote(poll, Points))), b => Assert.Equal("counted", b.Status));
        foreach (var voter in voters) await voter.DisposeAsync();

        var page = await Reply.Of(await client.GetAsync(new Uri($"/live/{code}", UriKind.Relative)));
        var form = Regex.Matches(page.Raw, "<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"[^>]*>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)).DistinctBy(f => f.Item1).ToDictionary(f => f.Item1, f => WebUtility.HtmlDecode(f.Item2));
        foreach (var pair in Points) form[$"wert-{pair[0]}"] = $"{pair[1]}";
        using var content = new FormUrlEncodedContent(form);
        var voted = await client.PostAsync(new Uri($"/live/{code}/abstimmen", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.SeeOther, voted.StatusCode);
        var after = await client.GetAsync(voted.Headers.Location);
        foreach (var answer in new[] { page.Message, voted, after }) seen.Add($"{answer.RequestMessage!.RequestUri} {answer.Headers} {answer.Content.Headers}");

        async Task<Reply> Post(string path, object? body = null) => await Reply.Of(await client.PostAsJsonAsync(path, body ?? new { }));
    }

    /// <summary>A browser at an address of its own, which keeps cookies.</summary>
    private static HttpClient From(string address, Uri hub) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = hub };

    private static string Around(string text, Regex what) => what.Match(text) is { Success: true, Index: var at } ? text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)] : "";
}
