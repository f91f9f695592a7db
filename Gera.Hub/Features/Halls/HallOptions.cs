using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.Features.Halls;

/// <summary>The section <c>Halls</c> of the settings; each key is explained in <c>appsettings.json</c>.</summary>
public sealed class HallOptions
{
    public const string Section = "Halls";

    /// <summary>Name of the setting by which an administrator changes <see cref="QuestionsPerSeat"/>.</summary>
    public const string QuestionsPerSeatNow = "halls.questions";

    /// <summary>Votes that may wait for their commit in one process; more are told "busy".</summary>
    [Range(100, 1_000_000, ErrorMessage = "Halls:Waiting must be between 100 and 1,000,000 votes.")]
    public int Waiting { get; init; } = 20_000;

    /// <summary>Transactions of votes at the same time in one process.</summary>
    [Range(1, 16, ErrorMessage = "Halls:Writers must be between 1 and 16.")]
    public int Writers { get; init; } = 2;

    /// <summary>Most votes in one transaction.</summary>
    [Range(1, 10_000, ErrorMessage = "Halls:Group must be between 1 and 10,000 votes.")]
    public int Group { get; init; } = 1_000;

    /// <summary>How long fewer than five secret votes wait for company.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10", ErrorMessage = "Halls:SecretHold must be between 0.1 and 10 seconds.")]
    public TimeSpan SecretHold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Joins answered at the same time; the others wait.</summary>
    [Range(1, 10_000, ErrorMessage = "Halls:Joining must be between 1 and 10,000.")]
    public int Joining { get; init; } = 64;

    /// <summary>How often the count of an open poll is compared with the facts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Halls:Check must be between 1 second and 10 minutes.")]
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Questions one seat may ask per session.</summary>
    [Range(1, 100, ErrorMessage = "Halls:QuestionsPerSeat must be between 1 and 100.")]
    public int QuestionsPerSeat { get; init; } = 5;
}
