namespace Gera.Hub.Features.Halls.Screens;

/// <summary>A page that asks for the code again, and still answers 404.</summary>
internal static class UnknownCode
{
    /// <summary>Set as the answer starts: a component that says 404 earlier loses its page to the general one.</summary>
    public static void Mark(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
