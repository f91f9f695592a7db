using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Ideas;

/// <summary>Ideas for the search over everything: those in lists, and what opens or reveals them touches all ideas of the contest.</summary>
internal sealed class IdeaSearch(HubDatabase database) : ISearchSource
{
    private const string Name = "idee";

    public string Kind => Name;

    public Type Texts => typeof(IdeaTexts);

    public Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => Ids($"select i.id from {IdeaSight.Table} i where {IdeaSight.Listed}", null, stop);

    public Task<IReadOnlyCollection<Guid>> Behind(Guid key, CancellationToken stop) => Ids($"select i.id from {IdeaSight.Table} i where i.contest = $1 union select $1", key, stop);

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select i.number, w.title, w.summary, w.body, i.theme, i.district, i.at from {IdeaSight.Table} i join ideas.words w on w.idea = i.id and w.is_current where i.id = $1 and {IdeaSight.Listed}");
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return null;
        var number = reader.GetString(0);
        return new SearchEntry(key, $"/ideen/{number}", reader.GetString(1), reader.GetString(2), $"{reader.GetString(3)} {number}", reader.GetString(4),
            await reader.IsDBNullAsync(5, stop) ? null : reader.GetString(5), await reader.GetFieldValueAsync<DateTimeOffset>(6, stop));
    }

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) =>
        (await Ids($"select i.id from {IdeaSight.Table} i where i.id = any($1) and {IdeaSight.Listed}", keys.ToArray(), stop)).ToHashSet();

    private async Task<IReadOnlyCollection<Guid>> Ids(string sql, object? value, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(sql);
        if (value is not null) command.Parameters.Add(new NpgsqlParameter { Value = value });
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    public static void Add(IServiceCollection services) => services.AddSingleton<ISearchSource, IdeaSearch>()
        .Found<IdeaSubmitted>(Name).Found<IdeaReworded>(Name).Found<IdeaReleased>(Name).Found<IdeaWithdrawn>(Name).Found<IdeaHidden>(Name).Found<IdeaRestored>(Name)
        .Found<IdeaMerged>(Name).Found<IdeaUngrouped>(Name).Found<IdeaSplit>(Name).Found<IdeaCarried>(Name).Found<IdeaErased>(Name)
        .Found<PhaseOpened>(Name).Found<PhaseClosed>(Name);
}
