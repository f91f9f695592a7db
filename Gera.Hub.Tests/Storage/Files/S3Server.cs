using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gera.Hub.Tests.Storage.Files;

/// <summary>As much of S3 as the hub speaks: objects of one bucket by path, and every request signed as AWS Signature Version 4 says, checked here anew from the wire.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "gera", Key = "probe", Secret = "Kamille Dampfer Elster";

    private readonly ConcurrentDictionary<string, byte[]> objects = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private S3Server(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<S3Server> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new S3Server(builder.Build());
        server.app.Run(server.Answer);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        if (!IsSigned(http.Request, body) || !http.Request.Path.StartsWithSegments("/" + Bucket, StringComparison.Ordinal, out var rest))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        switch (http.Request.Method)
        {
            case "PUT":
                objects[rest] = body;
                http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
                break;
            case "GET" when objects.TryGetValue(rest, out var found):
                http.Response.ContentLength = found.Length;
                await http.Response.Body.WriteAsync(found);
                break;
            case "GET":
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                http.Response.ContentType = "application/xml";
                await http.Response.WriteAsync("<Error><Code>NoSuchKey</Code></Error>");
                break;
            case "DELETE":
                objects.TryRemove(rest, out _);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                break;
        }
    }

    /// <summary>docs.aws.amazon.com, "Create a signed AWS API request".</summary>
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(", ").Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var scope = parts["Credential"].Split('/', 2);
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        if (scope[0] != Key || hash != "UNSIGNED-PAYLOAD" && hash != Convert.ToHexStringLower(SHA256.HashData(body))) return false;
        var headers = string.Concat(parts["SignedHeaders"].Split(';').Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{string.Join(',', request.Headers[name].ToArray()).Trim()}\n")));
        var canonical = $"{request.Method}\n{request.Path.ToUriComponent()}\n{request.QueryString.ToString().TrimStart('?')}\n{headers}\n{parts["SignedHeaders"]}\n{hash}";
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope[1]}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope[1].Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), (sofar, part) => HMACSHA256.HashData(sofar, Encoding.UTF8.GetBytes(part)));
        return parts["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
