using Gera.Hub.Storage;

namespace Gera.Hub.Features.Calendar;

/// <summary>Plain tables beside the event store: words that can be erased, dates that lists read, seats that cannot be given twice.</summary>
internal static class CalendarTables
{
    /// <summary>
    /// <c>words</c>: every version of what is said. <c>occurrences</c>: each time something takes place, made anew by each deed that moves it;
    /// <c>horizons</c>: up to when. <c>talk</c>: what author and editors said to each other. <c>pictures</c>: one of an event.
    /// <c>gates</c>: what is asked of those who register for a date. <c>seats</c>: who did; the name and the address live here and nowhere else.
    /// <c>links</c>: secret addresses of one's own calendar. <c>taken</c>: which of our events stands for which of a feed's.
    /// </summary>
    private const string Sql = """
        create schema if not exists calendar;
        create table if not exists calendar.words (
            event uuid not null, edition integer not null, is_current boolean not null, title text not null, body text not null, words jsonb not null, at timestamptz not null,
            search tsvector generated always as (setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', body), 'C')) stored,
            primary key (event, edition));
        create unique index if not exists words_current on calendar.words (event) where is_current;
        create index if not exists words_search on calendar.words using gin (search) where is_current;
        create table if not exists calendar.occurrences (
            event uuid not null, original timestamp not null, starts_at timestamptz not null, ends_at timestamptz not null, moved_from timestamptz,
            cancelled boolean not null, all_day boolean not null, theme text not null, district text, primary key (event, original));
        create index if not exists occurrences_time on calendar.occurrences (starts_at, event);
        create index if not exists occurrences_end on calendar.occurrences (ends_at);
        create index if not exists occurrences_theme on calendar.occurrences (theme, starts_at);
        create index if not exists occurrences_district on calendar.occurrences (district, starts_at);
        create table if not exists calendar.horizons (event uuid primary key, until date not null);
        create index if not exists horizons_until on calendar.horizons (until);
        create table if not exists calendar.talk (id uuid primary key, event uuid not null, person uuid, staff boolean not null, words text not null, at timestamptz not null);
        create index if not exists talk_event on calendar.talk (event, at);
        create table if not exists calendar.pictures (event uuid primary key, id uuid not null, words text not null, credit text, width integer not null, height integer not null, person uuid, at timestamptz not null);
        create table if not exists calendar.gates (
            event uuid primary key, capacity integer not null check (capacity > 0), minimum_age integer not null, closes_hours integer not null, fields jsonb not null, changed_at timestamptz not null);
        create table if not exists calendar.seats (
            id uuid primary key, event uuid not null, original timestamp not null, person uuid, mail text, name text not null, language text not null, answers jsonb not null, state smallint not null,
            at timestamptz not null, confirmed_at timestamptz, offer_until timestamptz, ended_at timestamptz, reminded_at timestamptz, in_at timestamptz);
        create unique index if not exists seats_person on calendar.seats (event, original, person) where person is not null and state < 4;
        create unique index if not exists seats_mail on calendar.seats (event, original, lower(mail)) where mail is not null and state < 4;
        create index if not exists seats_date on calendar.seats (event, original, state, confirmed_at);
        create index if not exists seats_mine on calendar.seats (person) where person is not null;
        create index if not exists seats_offers on calendar.seats (offer_until) where state = 3;
        create table if not exists calendar.links (id uuid primary key, person uuid not null, at timestamptz not null);
        create unique index if not exists links_person on calendar.links (person);
        """;

    /// <summary>Plain tables with a person in them, which erasure must know.</summary>
    public static readonly IReadOnlyList<string> WithPeople = ["links", "pictures", "seats", "talk"];

    public static void AddCalendarTables(this IServiceCollection services) => services.AddSingleton(new Migration(async (provider, stop) =>
    {
        await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(stop);
    }));
}
