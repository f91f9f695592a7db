using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Accounts;

/// <summary>A static page with plain forms: sends wishes, keeps the refusal for the page to tell, and answers with its status.</summary>
public abstract class FormPage : ComponentBase
{
    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required Door Door { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required IStringLocalizer<PeopleTexts> T { get; set; }

    /// <summary>Why the form just sent was refused.</summary>
    protected Refusal? Refusal { get; private set; }

    protected static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Sends a wish; what is refused is told with this page.</summary>
    protected async Task<Answer<TAnswer>> Send<TWish, TAnswer>(TWish wish) where TWish : IWish<TAnswer>
    {
        var answer = await Door.Send<TWish, TAnswer>(wish, Http.ToCaller(), Http.RequestAborted);
        Refuse(answer.Refusal);
        return answer;
    }

    protected void Refuse(Refusal? refusal)
    {
        Refusal = refusal;
        if (refusal is null) return;
        Http.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds) Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The sentence for a field, when the refusal is about it.</summary>
    protected string? Wrong(params ReadOnlySpan<string> codes) => Refusal is { } refusal && codes.Contains(refusal.Code) ? refusal.Sentence : null;

    /// <summary>The sentence for the head of the page, when the refusal is about none of its fields.</summary>
    protected string? Else(params ReadOnlySpan<string> codes) => Refusal is { } refusal && !codes.Contains(refusal.Code) ? refusal.Sentence : null;
}
