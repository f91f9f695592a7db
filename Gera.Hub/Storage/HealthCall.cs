namespace Gera.Hub.Storage;

/// <summary><c>--health</c>: asks the hub running in the same place whether it is ready, for containers without another program to ask with.</summary>
internal static class HealthCall
{
    /// <summary>Exit code 0 when ready, 1 when not; null when it was not asked for.</summary>
    public static async Task<int?> Answer(string[] args)
    {
        if (args is not ["--health"]) return null;
        var address = (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "http://localhost:5000").Split(';')[0]
            .Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.GetAsync(new Uri(address + "/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
