using System.Diagnostics;

namespace Gera.Hub.Tests.Testing;

/// <summary>Waits for what must come true soon, and says what did not.</summary>
internal static class Eventually
{
    /// <param name="longest">Ten seconds unless told.</param>
    public static async Task Holds(Func<Task<bool>> condition, string otherwise, TimeSpan? longest = null)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            if (await condition()) return;
        }
        while (Stopwatch.GetElapsedTime(began) < (longest ?? TimeSpan.FromSeconds(10)) && await timer.WaitForNextTickAsync());
        throw new TimeoutException(otherwise);
    }

    /// <inheritdoc cref="Holds(Func{Task{bool}}, string, TimeSpan?)"/>
    public static Task Holds(Func<bool> condition, string otherwise, TimeSpan? longest = null) => Holds(() => Task.FromResult(condition()), otherwise, longest);
}
