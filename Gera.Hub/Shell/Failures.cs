using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Shell;

/// <summary>Every answer without words gets some: a page for people, problem JSON for programs, and never a detail from inside.</summary>
public static class Failures
{
    private const int RetryAfterSeconds = 5;

    public static void UseFailures(this WebApplication app)
    {
        app.UseStatusCodePages(failure => Tell(failure.HttpContext));
        // The handler writes nothing; the bare status it leaves is told by the line above.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, StatusCodeSelector = StatusOf });
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException { IsTransient: true } or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task Tell(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (status == StatusCodes.Status503ServiceUnavailable && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);

        // A page that was begun has left this header behind; rendering adds it again and would fail.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        var answering = http.RequestServices;
        // The scope of the failed request may hold a half-used renderer or a broken connection.
        await using var scope = answering.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            IResult answer = WantsPage(http.Request)
                ? new RazorComponentResult<App>(new { Status = (int?)status }) { StatusCode = status }
                : Problem(status, scope.ServiceProvider.GetRequiredService<IStringLocalizer<ShellTexts>>());
            await answer.ExecuteAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            // Even the page that tells of a failure may fail; then the status is all there is to say, but the headers stay.
            Log(answering).LogError(exception, "The page for status {Status} could not be shown", status);
            http.Response.Clear();
            http.Response.StatusCode = status;
        }
        finally
        {
            http.RequestServices = answering;
        }
    }

    private static ILogger Log(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures));

    private static ProblemHttpResult Problem(int status, IStringLocalizer<ShellTexts> texts)
    {
        var words = FailureWords.For(status, texts);
        return TypedResults.Problem(title: words.Title, detail: words.Text, statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "http" + status.ToString(CultureInfo.InvariantCulture) });
    }

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
