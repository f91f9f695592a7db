using Gera.Hub.Tests.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(HubFixture))]

namespace Gera.Hub.Tests.Testing;

/// <summary>One running hub for all tests of rooms; a second process on the same database, or one with a clock of its own, for those that ask.</summary>
public sealed class HubFixture : IAsyncDisposable
{
    private readonly DatabaseServer server = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<RunningHub> others = [];
    private string? database;
    private RunningHub? hub;
    private RunningHub? second;
    private Leader? jonas;

    /// <summary>The hub most tests share; their data is apart by fresh ids.</summary>
    public async Task<RunningHub> Hub() => await Once(async () => hub ??= await RunningHub.On(await Database()));

    /// <summary>Another hub process on the same database.</summary>
    public async Task<RunningHub> Second()
    {
        await Hub();
        return await Once(async () => second ??= await RunningHub.On(await Database()));
    }

    /// <summary>A new, empty database on the server all tests share. The name is a hint.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> NewDatabase(string name) => server.NewDatabase(name);

    /// <summary>A hub on a database of its own, which ends with the run.</summary>
    public async Task<RunningHub> Own(TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var own = await RunningHub.On(await server.NewDatabase("hub_test"), clock, settings);
        lock (others) others.Add(own);
        return own;
    }

    /// <summary>The same, but it ends when the test disposes it, and its lines to the database with it.</summary>
    public async Task<RunningHub> Brief(params (string Key, string Value)[] settings) => await RunningHub.On(await server.NewDatabase("hub_test"), null, settings);

    /// <summary>A database nobody else uses, for hubs a test starts itself.</summary>
    public Task<string> NewDatabase() => server.NewDatabase("hub_test");

    /// <summary>Jonas, who leads most sessions.</summary>
    public async Task<Leader> Jonas()
    {
        var home = await Hub();
        return await Once(async () => jonas ??= await Leader.LogIn(home, "leader", 0));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var running in others.Append(second).Append(hub).OfType<RunningHub>()) await running.DisposeAsync();
        await server.DisposeAsync();
        turn.Dispose();
    }

    private async Task<string> Database() => database ??= await server.NewDatabase("hub_test");

    private async Task<T> Once<T>(Func<Task<T>> make)
    {
        await turn.WaitAsync();
        try
        {
            return await make();
        }
        finally
        {
            turn.Release();
        }
    }
}
