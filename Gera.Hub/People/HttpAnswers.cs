using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;

namespace Gera.Hub.People;

/// <summary>Answers and refusals as HTTP.</summary>
public static class HttpAnswers
{
    public static IResult ToHttp<T>(this Answer<T> answer, Func<T, IResult>? granted = null) =>
        answer.Granted ? granted?.Invoke(answer.Value) ?? Results.Ok(answer.Value) : answer.Refusal!.ToHttp();

    /// <summary>RFC 9457 problem with the refusal's code; 503 carries Retry-After.</summary>
    public static IResult ToHttp(this Refusal refusal) => new Problem(refusal);

    /// <summary>After a form that was granted: the page to look at next, asked for by GET, so that loading it anew sends nothing twice.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The endpoint takes a form of ours only: with a valid antiforgery token.</summary>
    public static RouteHandlerBuilder RequireForm(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Refusals.Malformed.ToHttp();
    });

    /// <summary>The page being written goes out with the refusal's status.</summary>
    public static void AnswerWith(this HttpContext http, Refusal refusal)
    {
        if (refusal.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        http.AnswerWith(refusal.Status);
    }

    /// <summary>Set as the answer starts: a page that says 404 earlier is replaced by the general one.</summary>
    public static void AnswerWith(this HttpContext http, int status) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private sealed class Problem(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            if (refusal.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem(title: refusal.Sentence, statusCode: refusal.Status, type: "about:blank",
                extensions: new Dictionary<string, object?> { ["code"] = refusal.Code }).ExecuteAsync(http);
        }
    }
}
