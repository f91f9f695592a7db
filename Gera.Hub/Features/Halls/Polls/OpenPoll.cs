using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Opens a prepared poll; from now on its rules stand.</summary>
public sealed record OpenPoll(Guid Poll) : IWish<Done>;

internal sealed class OpenPollVerb(CardStore cards) : IVerb<OpenPoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(OpenPoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(OpenPoll wish, Deed deed)
    {
        await deed.Session.HoldHall(wish.Poll, deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var poll = stream.Aggregate!;
        var hall = (await deed.Session.LoadAsync<Hall>(poll.Session, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        int? entitled = hall.Access == Access.Card ? (await cards.Count(hall.Id, deed.Stop)).Valid : null;
        var opened = poll.Open(await deed.Session.AnyOpen(hall.Id, deed.Stop), entitled, deed.Now);
        if (!opened.Granted) return opened.Refusal!;

        stream.AppendOne(opened.Value);
        deed.Session.QueueSqlCommand("update halls.polls set state = 1 where id = ?", poll.Id);
        if (poll.Rules.Secret) SecretBox.Make(deed.Session, poll.Id);
        deed.Session.ClearWall(hall);
        return new Done();
    }
}

internal static class HallLock
{
    /// <summary>A poll that opens takes the wall; a question pinned before would cover it. It can be pinned again.</summary>
    public static void ClearWall(this IDocumentSession session, Hall hall)
    {
        if (hall.Pinned is not null) session.Events.Append(hall.Id, new QuestionPinned(null));
    }

    /// <summary>Opening and reopening of one session's polls happens one after the other, over all processes, so that two can never be open.</summary>
    public static async Task HoldHall(this IDocumentSession session, Guid poll, CancellationToken stop)
    {
        await session.BeginTransactionAsync(stop);
        await using var hold = new NpgsqlCommand("select id from halls.polls where session = (select session from halls.polls where id = $1) order by id for no key update", session.Connection);
        hold.Parameters.AddWithValue(poll);
        await hold.ExecuteNonQueryAsync(stop);
    }
}
