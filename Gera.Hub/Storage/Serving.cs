namespace Gera.Hub.Storage;

internal static class Serving
{
    /// <summary>Runs until the hub is told to stop. One that cannot start, say because its port is taken, first ends in order what had begun already.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Serve(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await Quietly(app.StopAsync());
            throw;
        }
        await app.WaitForShutdownAsync();
        return Environment.ExitCode;
    }

    /// <summary>Why the hub did not start is what must be told, not what went wrong while it ended.</summary>
    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
