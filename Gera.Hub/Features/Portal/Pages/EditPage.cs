using Gera.Hub.People;
using Gera.Hub.People.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>A static page of editors. Others learn nothing from it, not even that it is there; staff with a weak log-in learn what is missing.</summary>
public abstract class EditPage : FormPage
{
    [Inject] public required Register Register { get; set; }

    [Inject] public required IStringLocalizer<PageTexts> P { get; set; }

    protected virtual Permission Needs => Permission.Edit;

    /// <summary>Set last, when everything is read: a static page is drawn at each await.</summary>
    public bool IsReady { get; private set; }

    public bool IsWeak { get; private set; }

    /// <summary>Why the form just sent was refused.</summary>
    public string? Trouble => Else();

    /// <summary>What a form that was sent away from says it did: <c>?getan=…</c>.</summary>
    public string? Told => Http.Request.Query["getan"] is [("gespeichert" or "beantwortet" or "angelegt" or "geloescht" or "veroeffentlicht" or "zurueckgenommen") and var told] ? told : null;

    protected sealed override async Task OnInitializedAsync()
    {
        var refusal = Needs.Check(await Register.Who(Http.ToCaller(), Http.RequestAborted), null, Scope.None);
        if (refusal == Refusals.SecondFactorNeeded) IsWeak = true;
        else if (refusal is not null || !await Load()) Navigation.NotFound();
        else IsReady = true;
    }

    /// <summary>Reads what the page shows; false when there is no such thing.</summary>
    protected abstract Task<bool> Load();

    /// <summary>Away from the form, so that loading the page anew sends nothing twice.</summary>
    protected void Tell(string address, string told) => Navigation.NavigateTo($"{address}?getan={told}");
}
