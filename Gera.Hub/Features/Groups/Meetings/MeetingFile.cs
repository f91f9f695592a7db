using Gera.Hub.Storage;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A meeting as iCalendar, for those who may see it. Times are UTC: a single date needs no rules of a zone. Nothing in it depends on when it is asked for.</summary>
public sealed class MeetingFile(PublicAddress address)
{
    public string Of(Meeting about)
    {
        var page = address.Of(MeetingBoard.Path(about));
        var changed = Utc(about.ChangedAt);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Stadt Gera//Gera.Hub//DE", Scale = "GREGORIAN" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{about.Id:N}@gera.hub",
            DtStamp = changed,
            LastModified = changed,
            Created = Utc(about.At),
            Sequence = about.Moves,
            Start = Utc(about.StartsAt),
            End = Utc(about.EndsAt),
            Summary = Words(about.Facts.Title!).Replace('\n', ' '),
            Description = Words($"{about.Reason}\n\n{about.Facts.Text}\n\n{page}".Trim()),
            Location = Words(about.Facts.Place ?? about.Facts.Online ?? "").Replace('\n', ' '),
            Url = new Uri(page),
            Status = about.IsCancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(new DateTime(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc), "UTC");

    /// <summary>Without signs that turn the direction of what follows.</summary>
    private static string Words(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))]);
}
