namespace Gera.Hub.People.Accounts;

/// <summary>Checking a password costs a tenth of a second of a core on purpose, so as many at once as there are cores; a flood of guesses must not cost votes.</summary>
public sealed class LogInGate
{
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    /// <summary>A turn; dispose it when the password is checked.</summary>
    public async Task<IDisposable> Wait(CancellationToken stop)
    {
        await places.WaitAsync(stop);
        return new Turn(places);
    }

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
