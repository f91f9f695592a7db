using Gera.Hub.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace Gera.Hub.Features.Halls.Console;

/// <summary>Sends what a leader wishes through the door, as whoever is logged in, and has a refusal told in words.</summary>
/// <param name="tell">Shows a sentence and reads it out.</param>
public sealed class Desk(Door door, AuthenticationStateProvider who, Action<string> tell)
{
    public async Task<Caller> Caller() => (await who.GetAuthenticationStateAsync()).User.ToCaller();

    /// <summary>Whether it was granted; if not, the person has been told why.</summary>
    public async Task<bool> Do<TWish>(TWish wish) where TWish : IWish<Done> => (await Ask<TWish, Done>(wish)).Granted;

    public async Task<Answer<TAnswer>> Ask<TWish, TAnswer>(TWish wish) where TWish : IWish<TAnswer>
    {
        var answer = await door.Send<TWish, TAnswer>(wish, await Caller());
        if (answer.Refusal is { } refusal) tell(refusal.Sentence);
        return answer;
    }
}
