using Microsoft.AspNetCore.SignalR;

namespace Gera.Hub.Push;

/// <summary>A call on a hub that is refused is nothing broken: one line, as the door logs a refused command, and no stack.</summary>
internal sealed class RefusedCalls(ILogger<RefusedCalls> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (HubException refused)
        {
            log.LogInformation("{Method} {Outcome}", invocationContext.HubMethodName, refused.Message);
            throw;
        }
    }
}
