using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>What strangers may send over the wire, and what becomes of them and of the process.</summary>
public sealed class WireTests(HubFixture home)
{
    [Theory, InlineData("https://fremd.example"), InlineData("null"), InlineData("http://127.0.0.1:1")]
    public async Task A_foreign_origin_is_turned_away_at_the_handshake(string origin)
    {
        var hub = await home.Hub();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Wire(hub), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Our_own_origin_and_none_at_all_are_welcome()
    {
        var hub = await home.Hub();
        await using var browser = await Voter.Connect(hub, origin: hub.Address.GetLeftPart(UriPartial.Authority));
        await using var program = await Voter.Connect(hub);
        Assert.Equal(Microsoft.AspNetCore.SignalR.Client.HubConnectionState.Connected, program.Connection.State);
    }

    [Fact]
    public async Task An_unknown_method_or_a_wrong_number_of_arguments_answers_an_error_that_tells_nothing()
    {
        await using var ada = await Voter.Connect(await home.Hub());
        foreach (var call in new Func<Task>[] { () => ada.Invoke("Explode"), () => ada.Invoke("Join", "AAAAAA"), () => ada.Invoke("Join", "A", null, 3), () => ada.Invoke("Vote"), () => ada.Invoke("Vote", 5), () => ada.Invoke("Watch", 7) })
        {
            var error = await Assert.ThrowsAnyAsync<HubException>(call);
            Assert.DoesNotContain(" at ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Npgsql", error.Message, StringComparison.Ordinal);
        }
        await ada.Invoke("Watch", "home");
    }

    [Fact]
    public async Task A_vote_of_nothing_is_refused_not_thrown()
    {
        await using var ada = await Voter.Connect(await home.Hub());
        Assert.Equal("not_found", (await ada.Invoke("Vote", [null])).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_message_over_32_KB_ends_the_connection_and_nothing_else()
    {
        var hub = await home.Hub();
        await using var ada = await Voter.Connect(hub);
        await using var bo = await Voter.Connect(hub);
        await Assert.ThrowsAnyAsync<Exception>(() => bo.Invoke("Watch", new string('x', 40_000)));
        await bo.Ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await ada.Invoke("Watch", "home");
    }

    [Theory]
    [InlineData("nesting"), InlineData("frames"), InlineData("binary"), InlineData("type")]
    public async Task What_is_no_message_ends_that_connection(string kind)
    {
        var hub = await home.Hub();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(Wire(hub), TestContext.Current.CancellationToken);
        await Say(socket, "{\"protocol\":\"json\",\"version\":1}\u001e");
        await Hear(socket);
        await (kind switch
        {
            "nesting" => Say(socket, $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Vote\",\"arguments\":[{{\"choices\":{new string('[', 10_000)}{new string(']', 10_000)}}}]}}\u001e"),
            "frames" => Say(socket, "}}}}{{{{\u001e\u001e\u001e"),
            "type" => Say(socket, "{\"type\":\"seven\"}\u001e"),
            _ => socket.SendAsync(new byte[] { 0xFF, 0xFE, 0x00, 0x1E }, WebSocketMessageType.Binary, true, CancellationToken.None),
        });
        var last = "";
        for (var heard = await Hear(socket); heard is not null; heard = await Hear(socket)) last += heard;
        Assert.DoesNotContain(" at ", last, StringComparison.Ordinal);
        using var stranger = Leader.Nobody(hub);
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get("/health/ready")).Status);
    }

    private static Uri Wire(RunningHub hub) => new UriBuilder(hub.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri;

    private static Task Say(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next message, or null when the other end has hung up.</summary>
    private static async Task<string?> Hear(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[4_096];
        try
        {
            var got = await socket.ReceiveAsync(buffer, limit.Token);
            return got.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, got.Count);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
