using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Gera.Hub.People.Accounts;

/// <summary>A page of the own account. Whoever's log-in has ended is asked to log in again.</summary>
[Authorize]
public abstract class OwnPage : FormPage
{
    [Inject] public required AccountBoard Board { get; set; }

    [SupplyParameterFromQuery(Name = "ok")] public string? Ok { get; set; }

    protected HubUser Own { get; private set; } = new();

    protected Person Person { get; private set; } = Person.Nobody;

    /// <summary>Whether there is somebody to show the page to.</summary>
    protected bool IsIn => Person.Id is not null;

    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>Where to log in and come back from.</summary>
    protected string LogInHere => "/anmelden?ziel=" + Uri.EscapeDataString(Http.Request.Path);

    /// <summary>Whether the log-in is fresh enough to change keys; pages say so before somebody types.</summary>
    protected bool IsRefusedForLogIn => Refusal is { } refusal && (refusal.Code == AccountRefusals.LogInAgain.Code || refusal.Code == AccountRefusals.StrongNeeded.Code);

    protected override async Task OnInitializedAsync()
    {
        if (await Board.Own(Http) is { } own) (Own, Person) = own;
        else Navigation.NavigateTo(LogInHere);
        if (IsIn) await Load();
    }

    protected virtual Task Load() => Task.CompletedTask;
}
