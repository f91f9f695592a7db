using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Bench.Running;

/// <summary>A town with many ideas, written into the tables at once: what pages read is there as if people had written it.</summary>
internal sealed class IdeaTown(NpgsqlDataSource database)
{
    private const string Words = "Radweg,Schule,Trinkbrunnen,Bank,Baum,Spielplatz,Bus,Haltestelle,Markt,Bibliothek,Garten,Solar,Schatten,Brücke,Elster,Park,Werkstatt,Kino,Café,Nachbarn,Sport,Wasser,Licht,Weg,Kunst,Musik,Kita,Verein,Handwerk,Laden";

    public async Task Fill(int ideas, int supports, int voters, CancellationToken stop)
    {
        await Do("""
            insert into hub.mt_doc_idea (id, data, mt_dotnet_type, number, contest, category, state, theme, district, at)
            select g.id, jsonb_build_object('id', g.id, 'number', g.number, 'contest', c.id, 'category', '', 'shown', 'Anonymous', 'theme', g.theme, 'district', g.district, 'channel', 'Online', 'state', 'Published', 'at', g.at,
                'edition', 1, 'reason', '', 'answers', '[]'::jsonb, 'changedAt', g.at), 'Gera.Hub.Features.Ideas.Entries.Idea', g.number, c.id, '', 'Published', g.theme, g.district, g.at
            from (select gen_random_uuid() as id, 'GER-2000-' || to_char(n, 'FM000000') as number, (array['wirtschaft','bildung','energie','stadt','buerger'])[1 + n % 5] as theme,
                (array['Lusan','Untermhaus','Stadtmitte','Langenberg'])[1 + n % 4] as district, now() - n * interval '1 minute' as at from generate_series(1, $1) n) g,
                (select id from hub.mt_doc_contest where key = 'ideenkasten') c
            """, ideas);
        await Do("""
            insert into ideas.words (idea, version, is_current, title, summary, body, at)
            select i.id, 1, true, w.w[1 + h % 30] || ' und ' || w.w[1 + h / 30 % 30], 'Ein ' || w.w[1 + h / 900 % 30] || ' für ' || i.district || ', mit ' || w.w[1 + h / 27000 % 30] || '.',
                repeat('Viele Menschen wünschen sich das seit langem, und es hilft allen. ' || w.w[1 + h / 7 % 30] || ' ', 8), i.at
            from (select *, abs(hashtext(id::text)) as h from hub.mt_doc_idea where number like 'GER-2000-%') i, (select string_to_array($1, ',') as w) w
            """, Words);
        await Do("""
            insert into ideas.supports (idea, person, contest, since)
            select i.ids[1 + (n * n) % array_length(i.ids, 1)], gen_random_uuid(), c.id, now() from generate_series(1::bigint, $1) n,
                (select array_agg(id order by number) as ids from hub.mt_doc_idea where number like 'GER-2000-%') i, (select id from hub.mt_doc_contest where key = 'ideenkasten') c
            """, (long)supports);
        await Do("""
            with made as (insert into people.users ("Id", "Email", "NormalizedEmail", "UserName", "NormalizedUserName", "DisplayName", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount", "Disabled", "Demo", "Language", "CreatedAt")
                select id, id || '@bench.example', upper(id || '@bench.example'), id || '@bench.example', upper(id || '@bench.example'), 'Bench', true, false, false, false, 0, false, false, 'de', now() from (select gen_random_uuid() as id from generate_series(1, $1)) g returning "Id")
            insert into people.sign_ins ("Id", "UserId", "At", "SeenAt", "Device", "Strong") select gen_random_uuid(), "Id", now(), now(), '', false from made
            """, voters);
        await Do("vacuum analyze");
        _ = stop;
    }

    public async Task<Caller[]> Voters(int count)
    {
        await using var command = database.CreateCommand("select s.\"UserId\", s.\"Id\" from people.sign_ins s join people.users u on u.\"Id\" = s.\"UserId\" where u.\"DisplayName\" = 'Bench' limit $1");
        command.Parameters.AddWithValue(count);
        var voters = new List<Caller>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) voters.Add(new Caller(reader.GetGuid(0), reader.GetGuid(1)));
        return [.. voters];
    }

    public async Task<Guid> Idea(int n) => (await Ideas(n + 1))[n];

    public async Task<Guid[]> Ideas(int count) => await Ask<Guid[]>("select array_agg(id) from (select id from hub.mt_doc_idea where number like 'GER-2000-%' order by number desc limit $1) i", count);

    public Task<string> SomeNumber() => Ask<string>("select number from hub.mt_doc_idea where number like $1 order by number limit 1", "GER-2000-%");

    /// <summary>Supports granted, as the rows and as the events say.</summary>
    public async Task<(long Rows, long Events)> Hottest(int granted) =>
        (await Ask<long>("select count(*) - $1 + (select count(*) from hub.mt_events where type = 'idea_supported') from ideas.supports s where exists (select from people.users u where u.\"Id\" = s.person)", (long)granted), await Ask<long>("select count(*) from hub.mt_events where type = $1", "idea_supported"));

    private async Task<T> Ask<T>(string sql, object value)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(value);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task Do(string sql, object? value = null)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        if (value is not null) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }
}
