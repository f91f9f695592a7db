using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>Whatever answers GET answers HEAD the same, without a body.</summary>
public sealed class HeadTests(HubFixture home)
{
    [Theory, InlineData("text/html"), InlineData("application/json")]
    public async Task Head_is_answered_as_get(string accept)
    {
        var jonas = await home.Jonas();
        var (code, id) = await jonas.Session();
        var poll = await jonas.Open(code);
        await jonas.Close(poll);
        await jonas.Hub.Door.Send<EndSession, Done>(new EndSession(id), jonas.Caller, TestContext.Current.CancellationToken);
        using var stranger = Leader.Nobody(jonas.Hub);
        var addresses = Endpoints.Readable(jonas.Hub, code, poll).Append("/css/base.css").Append("/gibt-es-nicht").Append("/live/AAAAAA").ToArray();
        Assert.True(addresses.Length > 20, string.Join(' ', addresses));
        foreach (var address in addresses)
        {
            var (get, head) = (await Ask(HttpMethod.Get, address), await Ask(HttpMethod.Head, address));
            Assert.Equal($"{address}: {(int)get.Status} {get.Message.Content.Headers.ContentType} {get.Location}", $"{address}: {(int)head.Status} {head.Message.Content.Headers.ContentType} {head.Location}");
            Assert.Empty(head.Raw);
            Assert.True(head.Message.Headers.Contains("Content-Security-Policy"), address);
        }

        async Task<Reply> Ask(HttpMethod method, string address)
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
            request.Headers.Add("Accept", accept);
            return await stranger.Send(request);
        }
    }
}
