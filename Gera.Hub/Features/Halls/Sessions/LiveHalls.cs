using System.Collections.Concurrent;
using Gera.Hub.Push;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Sessions as this process last read them. A letter about a session or one of its polls makes it read again; reading is shared by all who ask.</summary>
public sealed class LiveHalls(IDocumentStore store)
{
    /// <summary>A database that does not answer by then is taken for away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<HallView?>>> byCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, string> codes = new();

    /// <summary>The session with that code, or null. Codes are read without regard to case.</summary>
    public async Task<HallView?> ByCode(string? code)
    {
        if (SessionCode.Read(code) is not { } clean) return null;
        var entry = byCode.GetOrAdd(clean, c => new Lazy<Task<HallView?>>(() => Read(c)));
        try
        {
            var view = await entry.Value.WaitAsync(Longest);
            // What does not exist is not remembered: guesses must not fill the memory.
            if (view is null) byCode.TryRemove(new(clean, entry));
            return view;
        }
        catch
        {
            byCode.TryRemove(new(clean, entry));
            throw;
        }
    }

    /// <summary>The session of a poll, or null.</summary>
    public async Task<HallView?> ByPoll(Guid poll)
    {
        if (!codes.TryGetValue(poll, out var code))
        {
            await using var session = store.QuerySession();
            if (await session.LoadAsync<Poll>(poll) is not { } found || await session.LoadAsync<Hall>(found.Session) is not { } hall) return null;
            code = hall.Code;
            // Prepared a moment ago: the letter that makes the session be read again may still be on its way.
            if (await ByCode(code) is { } known && known.Find(poll) is null) byCode.TryRemove(code, out _);
            codes[poll] = code;
        }
        return await ByCode(code);
    }

    /// <summary>Forgets a session by the id of itself or of one of its polls, and tells its code if it was known here.</summary>
    internal string? Forget(Guid id)
    {
        if (!codes.TryGetValue(id, out var code)) return null;
        byCode.TryRemove(code, out _);
        return code;
    }

    /// <summary>Code of a session known in this process.</summary>
    internal string? CodeOf(Guid hall) => codes.GetValueOrDefault(hall);

    internal void ForgetAll() => byCode.Clear();

    private async Task<HallView?> Read(string code)
    {
        await using var session = store.QuerySession();
        if (await session.Query<Hall>().SingleOrDefaultAsync(h => h.Code == code) is not { } hall) return null;
        var polls = await session.Query<Poll>().Where(p => p.Session == hall.Id && p.State != PollState.Dropped).ToListAsync();
        codes[hall.Id] = code;
        foreach (var poll in polls) codes[poll.Id] = code;
        var place = hall.Order.Select((id, n) => (id, n)).ToDictionary(p => p.id, p => p.n);
        return new HallView(hall, [.. polls.OrderBy(p => place.GetValueOrDefault(p.Id, int.MaxValue)).ThenBy(p => p.PreparedAt).ThenBy(p => p.Id)]);
    }
}
