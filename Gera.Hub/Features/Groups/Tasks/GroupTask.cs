using Gera.Hub.Shell;

namespace Gera.Hub.Features.Groups.Tasks;

/// <summary>Something a group wants done. Members and leaders see it.</summary>
/// <param name="Person">Who does it; null for nobody yet.</param>
public sealed record GroupTask(Guid Id, string Group, string Title, Guid? Person, DateOnly Due, DateTimeOffset At)
{
    public DateTimeOffset? DoneAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The morning of the day before.</summary>
    public DateTimeOffset RemindAt => Berlin.Start(Due.AddDays(-1)).AddHours(8);

    public bool IsLate(DateTimeOffset now) => DoneAt is null && Due < Berlin.Day(now);
}
