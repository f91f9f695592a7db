using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.People;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Calendar;

/// <summary>What people are told about events, and what they can follow; names are stored, so they never change.</summary>
internal static class CalendarNotices
{
    public const string Reviewed = "event-reviewed", New = "event-new", Changed = "event-changed";

    private const string EventKind = "event";

    public static string Event(Guid id) => $"{EventKind}:{id}";

    public static void AddCalendarNotices(this IServiceCollection services)
    {
        services.Kind(Reviewed, Rhythm.AtOnce, (texts, data) => texts["Notice_Reviewed_" + data("outcome"), data("title")])
            .Kind(New, Rhythm.Weekly, (texts, data) => texts["Notice_New", data("title")])
            .Kind(Changed, Rhythm.AtOnce, (texts, data) => texts["Notice_Changed_" + data("what"), data("title")]);
        services.AddSingleton(new FollowKind(EventKind, async (provider, key, stop) =>
            Guid.TryParse(key, out var id) && await provider.GetRequiredService<EventLook>().Public(id, stop) is { } view ? new Followed(view.Words.Title!, $"/kalender/{view.Event.Slug}") : null));
    }

    /// <summary>Tells of an event that everyone can see from now on: whoever follows its group or the place.</summary>
    public static async Task TellNew(this Noticeboard board, CityEvent about, string title, Deed deed)
    {
        var targets = Around.Covering(about.Facts.Latitude, about.Facts.Longitude, about.District);
        if (about.Facts.Group is { } group) targets = [.. targets, $"group:{group}"];
        foreach (var person in (await FollowBoard.Followers(deed, targets)).Where(p => p != about.Author))
            board.Tell(deed.Session, person, New, about.Id.ToString(), new { title }, $"/kalender/{about.Slug}");
    }

    private static IServiceCollection Kind(this IServiceCollection services, string name, Rhythm rhythm, Func<IStringLocalizer, Func<string, string>, string> sentence) =>
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<IStringLocalizer<CalendarTexts>>();
            return new NoticeKind(name, typeof(CalendarTexts), "Notice_" + name, rhythm, (data, _) => sentence(texts, field => data.GetProperty(field).GetString()!));
        });
}
