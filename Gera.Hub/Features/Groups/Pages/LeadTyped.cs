using System.Globalization;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>The form of a task as it was typed.</summary>
public sealed class TaskTyped
{
    public Guid Id { get; set; }
    public string? Title { get; set; }
    public string? For { get; set; }
    public string? Due { get; set; }

    public DateOnly? Day => DateOnly.TryParseExact(Due?.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Guid? Person => Guid.TryParse(For, out var person) ? person : null;
}

/// <summary>The form of a document as it was typed.</summary>
public sealed class DocumentTyped
{
    public string? Title { get; set; }
    public string? Seen { get; set; }
    public IFormFile? File { get; set; }
}
