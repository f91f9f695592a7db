using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>The newsletter's forms as they were typed.</summary>
public sealed class ReaderForm
{
    public string? Address { get; set; }

    public List<string> Themes { get; set; } = [];

    public Rhythm Rhythm { get; set; } = Rhythm.Weekly;

    public bool Consent { get; set; }

    public string? Deed { get; set; }

    /// <summary>Before anything was typed: every theme, once a week.</summary>
    public static ReaderForm New => new() { Themes = [.. WorkingGroup.All] };
}
