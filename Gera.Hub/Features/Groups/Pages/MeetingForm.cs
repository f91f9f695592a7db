using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.People;
using Gera.Hub.People.Accounts;
using Microsoft.AspNetCore.Components;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>What the leaders' pages of a meeting have in common: of anybody else they are not there.</summary>
public abstract class MeetingForm : FormPage
{
    [Parameter] public required string Key { get; set; }

    [Parameter] public Guid Id { get; set; }

    [Inject] internal MeetingBoard Board { get; set; } = null!;

    [Inject] public required Register Register { get; set; }

    internal MeetingView? View { get; private set; }

    protected Dictionary<string, Refusal> Faults { get; set; } = [];

    internal string Back => MeetingBoard.Path(Key, Id);

    internal async Task<bool> Open()
    {
        View = await Board.One(Key, Id, await Register.Who(Http.ToCaller(), Http.RequestAborted), Http.RequestAborted) is { Leads: true } view ? view : null;
        if (View is null) Navigation.NotFound();
        return View is not null;
    }

    /// <summary>Every fault beside its field; true when there is none.</summary>
    protected bool Check(IEnumerable<(string Field, Refusal Refusal)> faults)
    {
        Faults = faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.First().Refusal);
        if (Faults.Count > 0) Refuse(Faults.First().Value);
        return Faults.Count == 0;
    }

    protected string? Fault(string field) => Faults.GetValueOrDefault(field)?.Sentence;
}
