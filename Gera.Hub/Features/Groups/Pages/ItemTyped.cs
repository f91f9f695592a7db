using Gera.Hub.Features.Groups.Meetings;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>The form of an item of an agenda as it was typed.</summary>
public sealed class ItemTyped
{
    public Guid Id { get; set; }
    public string? Title { get; set; }
    public int? Minutes { get; set; }
    public string? Text { get; set; }
    public List<PollTyped> Polls { get; set; } = [];

    /// <summary>Polls with a question; what was left blank is none.</summary>
    public IReadOnlyList<AgendaPoll> Asked => [.. Polls.Where(p => !string.IsNullOrWhiteSpace(p.Question)).Select(p => p.Poll)];

    /// <summary>The item with room for two more polls.</summary>
    public static ItemTyped Of(AgendaItem? item, Func<Guid> newId) => new()
    {
        Id = item?.Id ?? newId(),
        Title = item?.Title,
        Minutes = item?.Minutes ?? 15,
        Text = item?.Text,
        Polls = [.. item?.Polls.Select(p => new PollTyped { Id = p.Id, Question = p.Question, Kind = p.Kind, Options = string.Join('\n', p.Options), IsSecret = p.IsSecret }) ?? [], new PollTyped { Id = newId() }, new PollTyped { Id = newId() }],
    };
}

/// <summary>A poll of an item as it was typed.</summary>
public sealed class PollTyped
{
    public Guid Id { get; set; }
    public string? Question { get; set; }
    public string? Kind { get; set; }

    /// <summary>One a line.</summary>
    public string? Options { get; set; }
    public bool IsSecret { get; set; }

    public AgendaPoll Poll => new(Id, Question ?? "", Kind ?? "", Kind is "text" or "motion" ? [] : [.. (Options ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], IsSecret);
}
