using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Mine;

/// <summary>What a person wrote, supported and said, and what became of it.</summary>
internal sealed class IdeaDeeds(HubDatabase database, DraftShelf drafts, IStringLocalizer<IdeaTexts> T) : IMyDeeds
{
    private static readonly string Sql =
        $"""
        (select 'own', i.number, w.title, i.state, i.status, i.at from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current where i.author = $1 order by i.at desc limit $2)
        union all
        (select 'supported', i.number, w.title, i.state, i.status, s.since from ideas.supports s join {IdeaSight.Table} i on i.id = s.idea join ideas.words w on w.idea = i.id and w.is_current
            where s.person = $1 and s.until is null and {IdeaSight.Readable} order by s.since desc limit $2)
        union all
        (select 'commented', i.number, w.title, c.state, null, c.at from {CommentSight.Table} c join {IdeaSight.Table} i on i.id = c.idea join ideas.words w on w.idea = i.id and w.is_current
            where c.author = $1 and c.state in ('Published', 'Hidden') and {IdeaSight.Readable} order by c.at desc limit $2)
        """;

    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop)
    {
        var deeds = (await drafts.Of(person, stop)).Take(most)
            .Select(d => new MyDeed(T["DeedDraft"], string.IsNullOrWhiteSpace(d.Words.Title) ? T["Untitled"] : d.Words.Title, T["StateDraft"], $"/ideen/neu?entwurf={d.Id}", d.SavedAt)).ToList();
        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var state = await reader.IsDBNullAsync(4, stop) ? T["State_" + reader.GetString(3)] : T["Status_" + reader.GetString(4)];
            deeds.Add(new MyDeed(T["Deed_" + reader.GetString(0)], reader.GetString(2), state, "/ideen/" + reader.GetString(1), await reader.GetFieldValueAsync<DateTimeOffset>(5, stop)));
        }
        return deeds;
    }
}
