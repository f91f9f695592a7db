using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Announcements for the search over everything. What has a moment is in the index before it, and found from it on.</summary>
internal sealed class PressSearch(IDocumentStore store, HubDatabase database, TimeProvider clock) : ISearchSource
{
    public const string Name = "meldung";

    public string Kind => Name;

    public Type Texts => typeof(PressTexts);

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. await session.Query<Announcement>().Select(a => a.Id).ToListAsync(stop)];
    }

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Announcement>(key, stop) is not { PublishAt: { } at } found || !found.IsOut(DateTimeOffset.MaxValue)) return null;
        return new SearchEntry(key, found.Address, found.Words.Title, found.Words.Lead, found.Words.Body, found.Words.Theme, null, at) { From = at };
    }

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select a.id from {PressSight.Table} a where a.id = any(@keys) and {PressSight.Out}");
        command.Parameters.AddWithValue("keys", keys.ToArray());
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", clock.GetUtcNow()));
        var seen = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) seen.Add(reader.GetGuid(0));
        return seen;
    }

    public static void Add(IServiceCollection services) => services.AddSingleton<ISearchSource, PressSearch>()
        .Found<AnnouncementStarted>(Name).Found<AnnouncementRewritten>(Name).Found<AnnouncementScheduled>(Name).Found<AnnouncementUnscheduled>(Name)
        .Found<AnnouncementCorrected>(Name).Found<AnnouncementWithdrawn>(Name).Found<AnnouncementArchived>(Name).Found<AnnouncementDropped>(Name);
}
