using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Calendar.Pages;

/// <summary>An event for programs that read pages (schema.org/Event).</summary>
internal static class EventData
{
    public static Dictionary<string, object?> Of(EventView view, Occurrence? date, PublicAddress address)
    {
        var (about, words) = (view.Event, view.Words);
        var isOff = about.State == EventState.Cancelled || date?.IsCancelled == true;
        var place = words.Place is null ? null : new Dictionary<string, object?> { ["@type"] = "Place", ["name"] = words.Place, ["address"] = new Dictionary<string, object?> { ["@type"] = "PostalAddress", ["streetAddress"] = words.Street, ["addressLocality"] = "Gera", ["addressCountry"] = "DE" } };
        var online = words.Online is null ? null : new Dictionary<string, object?> { ["@type"] = "VirtualLocation", ["url"] = words.Online };
        return new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = words.Title,
            ["url"] = address.Of("/kalender/" + about.Slug),
            ["startDate"] = date is null ? null : EventTimes.Stamp(date.StartsAt),
            ["endDate"] = date is null ? null : EventTimes.Stamp(date.EndsAt),
            ["previousStartDate"] = date?.MovedFrom is { } before ? EventTimes.Stamp(before) : null,
            ["eventStatus"] = "https://schema.org/" + (isOff ? "EventCancelled" : date?.MovedFrom is not null ? "EventRescheduled" : "EventScheduled"),
            ["eventAttendanceMode"] = "https://schema.org/" + (place is null ? "OnlineEventAttendanceMode" : online is null ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode"),
            ["location"] = place is not null && online is not null ? new object[] { place, online } : (object?)place ?? online,
            ["organizer"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = view.Organiser?.Name ?? words.Organiser },
            ["isAccessibleForFree"] = about.Facts.IsFree,
            ["description"] = Shell.Markup.Plain(words.Text ?? ""),
            ["image"] = view.Picture is { } picture ? address.Of(picture.Address(1080)) : null,
            ["license"] = words.Licence,
        };
    }
}
