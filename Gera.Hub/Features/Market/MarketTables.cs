using Gera.Hub.Storage;

namespace Gera.Hub.Features.Market;

/// <summary>Plain tables beside the event store: words that can be erased.</summary>
internal static class MarketTables
{
    /// <summary>
    /// <c>words</c>: every version of what a shop says of itself; <c>alike</c> holds name, kind and its synonyms for a search that forgives slips.
    /// <c>talk</c>: what shop and staff said to each other, reasons included.
    /// </summary>
    private const string Sql = """
        create schema if not exists market;
        create extension if not exists pg_trgm;
        create or replace function market.fold(text) returns text language sql immutable parallel safe strict
            as $$ select replace(replace(replace(replace(lower($1), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;
        create table if not exists market.words (
            shop uuid not null, edition integer not null, is_current boolean not null, name text not null, alike text not null, body text not null, words jsonb not null, at timestamptz not null,
            search tsvector generated always as (setweight(to_tsvector('german', alike), 'A') || setweight(to_tsvector('german', body), 'C')) stored,
            primary key (shop, edition));
        create unique index if not exists words_current on market.words (shop) where is_current;
        create index if not exists words_search on market.words using gin (search) where is_current;
        create index if not exists words_alike on market.words using gin (market.fold(alike) gin_trgm_ops) where is_current;
        create table if not exists market.talk (id uuid primary key, shop uuid not null, person uuid, staff boolean not null, words text not null, at timestamptz not null);
        create index if not exists talk_shop on market.talk (shop, at);
        """;

    public static void AddMarketTables(this IServiceCollection services) => services.AddSingleton(new Migration(async (provider, stop) =>
    {
        await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(stop);
    }));
}
