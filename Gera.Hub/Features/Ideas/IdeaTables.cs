using Gera.Hub.Storage;

namespace Gera.Hub.Features.Ideas;

/// <summary>Plain tables beside the event store: keys that cannot exist twice, words that can be erased, and what search asks.</summary>
internal static class IdeaTables
{
    /// <summary>
    /// <c>phases</c>: the rows that decide between a wish and the end of a phase (read for share, changed for update).
    /// <c>supports</c>: who supported what from when until when; one that has not ended exists once per person and idea.
    /// <c>parted</c>: supporters who do not want to be counted for the idea theirs was merged into.
    /// <c>words</c>: every version of an idea's words, apart from the events, since people may take them back.
    /// <c>comment_words</c>, <c>case_words</c>: the same for comments, and for what is said when something was reported.
    /// <c>likes</c>: who likes which comment. <c>reports</c>: who reported what; one with an account once a case.
    /// <c>reminded</c>: of which step offices were reminded.
    /// </summary>
    private const string Sql = """
        create schema if not exists ideas;
        create extension if not exists pg_trgm;
        create or replace function ideas.fold(text) returns text language sql immutable parallel safe strict
            as $$ select replace(replace(replace(replace(lower($1), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;
        create table if not exists ideas.phases (
            contest uuid not null, category text not null, phase smallint not null, state smallint not null, seals boolean not null,
            opens_at timestamptz, closes_at timestamptz, changed_at timestamptz not null, primary key (contest, category, phase));
        create index if not exists phases_due on ideas.phases (least(opens_at, closes_at)) where state < 2;
        create table if not exists ideas.numbers (year integer primary key, last integer not null);
        create table if not exists ideas.supports (
            idea uuid not null, person uuid not null, contest uuid not null, since timestamptz not null, until timestamptz, primary key (idea, person, since));
        create unique index if not exists supports_now on ideas.supports (idea, person) where until is null;
        create index if not exists supports_person on ideas.supports (person, contest) where until is null;
        create table if not exists ideas.parted (idea uuid not null, person uuid not null, at timestamptz not null, primary key (idea, person));
        create table if not exists ideas.points (
            contest uuid not null, person uuid not null, idea uuid not null, points integer not null check (points > 0), primary key (contest, person, idea));
        create index if not exists points_idea on ideas.points (idea);
        create table if not exists ideas.words (
            idea uuid not null, version integer not null, is_current boolean not null, title text not null, summary text not null, body text not null,
            name text, at timestamptz not null,
            search tsvector generated always as (setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', summary), 'B') || setweight(to_tsvector('german', body), 'C')) stored,
            primary key (idea, version));
        create index if not exists words_search on ideas.words using gin (search) where is_current;
        create index if not exists words_alike on ideas.words using gin (ideas.fold(title || ' ' || summary) gin_trgm_ops) where is_current;
        create table if not exists ideas.comment_words (comment uuid primary key, words text not null);
        create table if not exists ideas.likes (comment uuid not null, person uuid not null, at timestamptz not null, primary key (comment, person));
        create index if not exists likes_person on ideas.likes (person);
        create table if not exists ideas.reports (id uuid primary key, of_case uuid not null, person uuid, reason text not null, words text not null, at timestamptz not null);
        create unique index if not exists reports_once on ideas.reports (of_case, person) where person is not null;
        create table if not exists ideas.reminded (number text not null, due date not null, primary key (number, due));
        create table if not exists ideas.case_words (of_case uuid not null, kind text not null, words text not null, primary key (of_case, kind));
        """;

    /// <summary>Plain tables with a person in them, which erasure must know.</summary>
    public static readonly IReadOnlyList<string> WithPeople = ["supports", "parted", "points", "likes", "reports", "attachments", "reviews", "review_notes"];

    public static void AddIdeaTables(this IServiceCollection services) => services.AddSingleton(new Migration(async (provider, stop) =>
    {
        await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(stop);
    }));
}
