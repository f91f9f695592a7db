namespace Gera.Hub.Features.Calendar.Import;

/// <summary>A calendar of somebody else that is taken in each hour.</summary>
/// <param name="Name">Shown as the organiser of its events.</param>
/// <param name="Theme">One of <see cref="CityEvent.Themes"/>, for all of its events.</param>
public sealed record FeedSource(Guid Id, string Name, string Address, string Theme, DateTimeOffset At)
{
    /// <summary>When it was last asked for; null: never yet.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Why it could not be taken in, as a code; null when it was.</summary>
    public string? Fault { get; init; }

    /// <summary>Events taken in the last time.</summary>
    public int Events { get; init; }
}
