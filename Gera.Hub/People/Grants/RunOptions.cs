using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.People.Grants;

/// <summary>The section <c>Run</c> of the settings: what holds until an administrator changes it; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class RunOptions
{
    public const string Section = "Run";

    public bool Registration { get; init; } = true;

    [Range(1, 90, ErrorMessage = "Run:InvitationDays must be between 1 and 90.")]
    public int InvitationDays { get; init; } = 14;

    [Range(1, 365, ErrorMessage = "Run:ResidentDays must be between 1 and 365.")]
    public int ResidentDays { get; init; } = 60;
}
