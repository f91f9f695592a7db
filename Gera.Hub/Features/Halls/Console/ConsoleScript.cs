using Microsoft.JSInterop;

namespace Gera.Hub.Features.Halls.Console;

/// <summary>The console's few lines of script. A browser that cannot run one is told of in a sentence; a circuit never ends for it.</summary>
/// <param name="failed">Shows that the browser could not do it.</param>
public sealed class ConsoleScript(IJSRuntime js, Action failed) : IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>Whether the browser did it.</summary>
    public async Task<bool> Run(string name, params object?[] arguments)
    {
        try
        {
            module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/console.js");
            await module.InvokeVoidAsync(name, arguments);
            return true;
        }
        catch (JSDisconnectedException)
        {
            // The page is gone already, and its script with it.
            return false;
        }
        catch (Exception e) when (e is JSException or OperationCanceledException)
        {
            failed();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // As above.
        }
    }
}
