using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A meeting for one reader.</summary>
/// <param name="Leads">Whether the reader leads its group.</param>
/// <param name="IsMember">Whether the reader belongs to it.</param>
public sealed record MeetingView(Meeting Meeting, bool Leads, bool IsMember);

/// <summary>An edition of the minutes.</summary>
public sealed record MinutesEdition(int Number, MinutesWords Words, DateTimeOffset At);

/// <summary>Meetings, for whoever may see them: a public one everybody, any other one the members and leaders of its group.</summary>
public sealed class MeetingBoard(IDocumentStore store, GroupBoard groups)
{
    public const int PageSize = 20;

    public static string Path(Meeting about) => Path(about.Group, about.Id);

    public static string Path(string group, Guid id) => $"/gruppen/{group}/treffen/{id}";

    /// <summary>Null where the reader may not know of it.</summary>
    public async Task<MeetingView?> One(string group, Guid id, Person reader, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Meeting>(id, stop) is not { } about || about.Group != group) return null;
        var (leads, isMember) = await Stands(group, reader, stop);
        return about.IsPublic || leads || isMember ? new MeetingView(about, leads, isMember) : null;
    }

    /// <summary>As a stranger sees it.</summary>
    public async Task<Meeting?> Public(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Meeting>(id, stop) is { IsPublic: true } about ? about : null;
    }

    /// <summary>What is to come, the next one first, the one that runs included.</summary>
    public async Task<IReadOnlyList<Meeting>> Coming(string group, Person reader, DateTimeOffset now, int most, CancellationToken stop)
    {
        var all = await KnowsAll(group, reader, stop);
        await using var session = store.QuerySession();
        return await session.Query<Meeting>().Where(m => m.Group == group && m.EndsAt >= now && (all || m.IsPublic)).OrderBy(m => m.StartsAt).Take(most).ToListAsync(stop);
    }

    /// <summary>What is over, the latest first.</summary>
    public async Task<IReadOnlyList<Meeting>> Past(string group, Person reader, DateTimeOffset now, int page, int most, CancellationToken stop)
    {
        var all = await KnowsAll(group, reader, stop);
        await using var session = store.QuerySession();
        return await session.Query<Meeting>().Where(m => m.Group == group && m.EndsAt < now && (all || m.IsPublic)).OrderByDescending(m => m.StartsAt).Skip((page - 1) * PageSize).Take(most).ToListAsync(stop);
    }

    /// <summary>Keys for the search: what everybody may see.</summary>
    public async Task<IReadOnlyCollection<Guid>> Everybodys(IReadOnlyCollection<Guid>? among, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var ids = among?.ToArray() ?? [];
        return [.. await session.Query<Meeting>().Where(m => m.IsPublic && (among == null || m.Id.IsOneOf(ids))).Select(m => m.Id).ToListAsync(stop)];
    }

    /// <summary>Editions of the minutes that are out, the newest first.</summary>
    public async Task<IReadOnlyList<MinutesEdition>> Editions(Guid id, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(id, token: stop)).Select(e => e.Data).OfType<MinutesReleased>().Select(e => new MinutesEdition(e.Edition, e.Words, e.At)).Reverse()];
    }

    private async Task<bool> KnowsAll(string group, Person reader, CancellationToken stop) => await Stands(group, reader, stop) is { Leads: true } or { IsMember: true };

    private async Task<(bool Leads, bool IsMember)> Stands(string group, Person reader, CancellationToken stop) =>
        (GroupBoard.Leads(reader, group), reader.Id is { } me && await groups.IsMember(group, me, stop));
}
