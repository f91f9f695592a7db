using Microsoft.AspNetCore.Components.Authorization;

namespace Gera.Hub.People;

/// <summary>Sends what somebody at an open page wishes through the door, as whoever is logged in, and has a refusal told in words.</summary>
/// <param name="tell">Shows a sentence and reads it out.</param>
/// <param name="begin">Called before each wish: what was told about the one before is old.</param>
public sealed class Desk(Door door, AuthenticationStateProvider who, Action<string> tell, Action? begin = null)
{
    public async Task<Caller> Caller() => (await who.GetAuthenticationStateAsync()).User.ToCaller();

    /// <summary>Whether it was granted; if not, the person has been told why.</summary>
    public async Task<bool> Do<TWish>(TWish wish) where TWish : IWish<Done> => (await Ask<TWish, Done>(wish)).Granted;

    /// <param name="aloud">False where the sentence is shown beside what was typed.</param>
    public async Task<Answer<TAnswer>> Ask<TWish, TAnswer>(TWish wish, bool aloud = true) where TWish : IWish<TAnswer>
    {
        begin?.Invoke();
        var answer = await door.Send<TWish, TAnswer>(wish, await Caller());
        if (aloud && answer.Refusal is { } refusal) tell(refusal.Sentence);
        return answer;
    }

    /// <summary>Reads something to show. A database that is away for a moment is told in a sentence, and what stood there stays.</summary>
    public async Task<bool> Look(Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            tell(Refusals.Busy.Sentence);
            return false;
        }
    }
}
