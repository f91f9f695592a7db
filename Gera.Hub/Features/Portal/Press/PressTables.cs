using Gera.Hub.Storage;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Plain tables beside the announcements: addresses that exist once, pictures, links for journalists.</summary>
internal static class PressTables
{
    /// <summary>
    /// <c>press_paths</c>: every address an announcement has or had. <c>press_pictures</c>: with the words a picture is never shown without.
    /// <c>embargoes</c>: who may read before the moment, by a secret of which only the hash is kept. <c>press_drafts</c>: what an editor typed and has not saved.
    /// </summary>
    private const string Sql = """
        create schema if not exists portal;
        create table if not exists portal.press_paths (path text primary key, announcement uuid not null, at timestamptz not null);
        create index if not exists press_paths_announcement on portal.press_paths (announcement);
        create table if not exists portal.press_pictures (
            id uuid primary key, announcement uuid not null, place integer not null, alt text not null, caption text not null, credit text not null, licence text not null,
            focus_x smallint not null, focus_y smallint not null, width integer not null, height integer not null, at timestamptz not null);
        create index if not exists press_pictures_announcement on portal.press_pictures (announcement, place);
        create table if not exists portal.embargoes (
            id uuid primary key, announcement uuid not null, hash bytea not null unique, name text not null, outlet text not null, at timestamptz not null, until timestamptz not null, ended_at timestamptz);
        create index if not exists embargoes_announcement on portal.embargoes (announcement);
        create table if not exists portal.press_drafts (announcement uuid not null, person uuid not null, version integer not null, words jsonb not null, at timestamptz not null, primary key (announcement, person));
        """;

    public static void AddPressTables(this IServiceCollection services) => services.AddSingleton(new Migration(async (provider, stop) =>
    {
        await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(stop);
    }));
}
