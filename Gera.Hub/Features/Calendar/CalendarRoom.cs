using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Features.Calendar.Mine;
using Gera.Hub.Features.Calendar.Pages;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>The room's door: what takes place in the city, who comes, and calendars that can be subscribed to.</summary>
public static class CalendarRoom
{
    /// <summary>So long after a date it is known who was registered.</summary>
    private static readonly TimeSpan SeatsKept = TimeSpan.FromDays(30), GuestsKept = TimeSpan.FromDays(2);

    public static void AddCalendar(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<CityEvent>(SnapshotLifecycle.Inline);
            options.Schema.For<CityEvent>().Duplicate(e => e.Slug).UniqueIndex(e => e.Slug)
                .Duplicate(e => e.State).Duplicate(e => e.Theme).Duplicate(e => e.District!).Duplicate(e => e.GroupKey!).Duplicate(e => e.OrganiserId!).Duplicate(e => e.Access).Duplicate(e => e.Author!).Duplicate(e => e.Source!).Duplicate(e => e.ChangedAt);
            options.Schema.For<Organiser>().Duplicate(o => o.Key).UniqueIndex(o => o.Key);
        });
        services.AddCalendarTables();
        services.AddCalendarTopics();
        services.AddCalendarNotices();
        SeatTemplate.Add(services);
        EventSearch.Add(services);
        services.AddSingleton<EventList>().AddSingleton<EventLook>().AddSingleton<EventQueue>().AddSingleton<SeatBoard>().AddSingleton<SeatCodes>().AddSingleton<SeatMails>()
            .AddSingleton<EventFile>().AddSingleton<FeedShelf>().AddSingleton<MyFeeds>().AddSingleton<FeedReader>().AddSingleton<FeedBoard>();
        services.AddSingleton<CityDates>().AddSingleton(provider => CityDates.Open(provider.GetRequiredService<CityDates>()));
        services.AddHostedService<CalendarClock>();
        services.AddSingleton(new Retention("Seat", typeof(CalendarTexts), SeatsKept, "delete from calendar.seats s where s.state > 0 and coalesce((select o.ends_at from calendar.occurrences o where o.event = s.event and o.original = s.original), s.original at time zone 'Europe/Berlin') < $1"))
            .AddSingleton(new Retention("SeatGuest", typeof(CalendarTexts), GuestsKept, "delete from calendar.seats where state = 0 and at < $1"));
        services.AddScoped<IPersonalData, CalendarData>().AddScoped<IMyDeeds, CalendarDeeds>();
        services.AddSingleton(new NavEntry("/kalender", "NavCalendar", typeof(CalendarTexts), 25));
        services.AddSingleton(new AdminSection("/kalender/leitung", "DeskTitle", typeof(CalendarTexts), Permission.Edit, 37));
        services.AddSingleton(new HomeSection(typeof(HomeEvents), 12) { Texts = typeof(CalendarTexts), TextKey = "HomeTitle" }).AddSingleton(new GroupSection(typeof(GroupEvents), 15));
        services.AddSeed<CalendarSeeds>(40);
    }

    public static void MapCalendar(this WebApplication app)
    {
        FeedPaths.Map(app);
        EventFiles.Map(app);
        EventForms.Map(app);
    }
}
