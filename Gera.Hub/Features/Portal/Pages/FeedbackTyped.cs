namespace Gera.Hub.Features.Portal.Pages;

/// <summary>What the form sends.</summary>
public sealed class FeedbackTyped
{
    public string? Where { get; set; }

    public string? Words { get; set; }

    public string? Mail { get; set; }
}
