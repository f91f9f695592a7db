using Microsoft.AspNetCore.Http.Features;

namespace Gera.Hub.Shell;

public static class HeadAsGet
{
    /// <summary>Pages know GET and POST only, so HEAD is carried out as GET and loses its body. It stands in front of routing.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use((http, next) => HttpMethods.IsHead(http.Request.Method) ? WithoutBody(http, next) : next(http));

    private static async Task WithoutBody(HttpContext http, RequestDelegate next)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            // Before the server writes the headers: it must know again that no body follows.
            http.Request.Method = HttpMethods.Head;
            http.Features.Set(body);
        }
    }
}
