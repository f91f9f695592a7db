using System.Globalization;
using Gera.Hub.Features.Groups.Meetings;

namespace Gera.Hub.Features.Groups.Pages;

/// <summary>The form of a meeting as it was typed.</summary>
public sealed class MeetingTyped
{
    public Guid Id { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Day { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Place { get; set; }
    public string? Online { get; set; }
    public string? Seen { get; set; }

    /// <summary>Times that cannot be read are far away, which the check refuses.</summary>
    public MeetingFacts Facts
    {
        get
        {
            var isRead = DateOnly.TryParseExact(Day?.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                & TimeOnly.TryParseExact(From?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                & TimeOnly.TryParseExact(Until?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var until);
            if (!isRead) return new MeetingFacts(Title, Text, default, default, Place, Online);
            var (start, end) = (day.ToDateTime(from), day.ToDateTime(until));
            // An end before its beginning is one after midnight.
            return new MeetingFacts(Title, Text, start, end < start ? end.AddDays(1) : end, Place, Online);
        }
    }

    public static MeetingTyped Of(Meeting about) => new()
    {
        Id = about.Id,
        Title = about.Facts.Title,
        Text = about.Facts.Text,
        Day = about.Facts.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        From = about.Facts.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
        Until = about.Facts.End.ToString("HH:mm", CultureInfo.InvariantCulture),
        Place = about.Facts.Place,
        Online = about.Facts.Online,
    };
}
