using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Gera.Hub.People.Admin;

/// <summary>A page of the administration. Who sits here is looked up before each read, not remembered: a tab may outlive a role.</summary>
public abstract class AdminPart : ComponentBase
{
    [Inject] public required AuthenticationStateProvider Who { get; set; }

    [Inject] public required Register Register { get; set; }

    [Inject] public required Door Door { get; set; }

    /// <summary>Page of the list, from one.</summary>
    [SupplyParameterFromQuery(Name = "seite")] public int? PageNumber { get; set; }

    /// <summary>Who sits here; null before the first look.</summary>
    public Person? Person { get; private set; }

    /// <summary>Why this page is not for them; null when it is.</summary>
    public Refusal? Denied { get; private set; }

    /// <summary>Why the last wish was refused.</summary>
    public string? Trouble { get; private set; }

    /// <summary>That the last wish was granted, in words.</summary>
    public string? Told { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>What the page itself asks for.</summary>
    protected abstract Permission Needs { get; }

    /// <summary>Reads what is shown; called only for those who may see it.</summary>
    protected abstract Task Read();

    protected override Task OnParametersSetAsync() => RendererInfo.IsInteractive ? Look() : Task.CompletedTask;

    protected async Task Look()
    {
        try
        {
            var person = await Register.Who((await Who.GetAuthenticationStateAsync()).User.ToCaller(), default);
            Denied = Needs.Check(person, null, Scope.None);
            if (Denied is null) await Read();
            Person = person;
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            Trouble = Refusals.Busy.Sentence;
        }
    }

    protected async Task<bool> Do<TWish>(TWish wish, string? told = null) where TWish : IWish<Done> => (await Ask<TWish, Done>(wish, told)).Granted;

    /// <summary>Sends a wish and looks again, whatever came of it: a refusal may mean that things are not as shown.</summary>
    protected async Task<Answer<TAnswer>> Ask<TWish, TAnswer>(TWish wish, string? told = null) where TWish : IWish<TAnswer>
    {
        if (Busy) return Refusals.SomeoneWasFaster;
        (Busy, Trouble, Told) = (true, null, null);
        try
        {
            var answer = await new Desk(Door, Who, sentence => Trouble = sentence).Ask<TWish, TAnswer>(wish);
            if (answer.Granted) Told = told;
            await Look();
            return answer;
        }
        finally
        {
            Busy = false;
            // The wish may have come from a part of the page, which renders itself only.
            StateHasChanged();
        }
    }
}
