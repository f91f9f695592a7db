using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Closes an open poll, counts the facts and opens a secret box: all in one transaction.</summary>
/// <param name="Due">For the clock: when the countdown ended. Null when a person closes.</param>
public sealed record ClosePoll(Guid Poll, DateTimeOffset? Due = null) : IWish<Done>;

internal sealed class ClosePollVerb(BallotBox box, WalSweep sweep) : IVerb<ClosePoll, Done>
{
    public Permission Needs => Permission.LeadThis;

    /// <summary>A million ballots are counted in seconds, not in one.</summary>
    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public Task<Scope?> ScopeOf(ClosePoll wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(ClosePoll wish, Deed deed)
    {
        // Votes this process has taken in go first; between processes the row decides.
        await box.Flush(wish.Poll, deed.Stop);
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var connection = deed.Session.Connection!;
        if (!await Hold(connection, wish, deed.Stop)) return HallRefusals.NotOpen;

        var stream = await deed.Session.Events.FetchForWriting<Poll>(wish.Poll, deed.Stop);
        var poll = stream.Aggregate!;
        if (poll.State != PollState.Open) return HallRefusals.NotOpen;
        if (wish.Due is { } due && poll.ClosesAt != due) return HallRefusals.NotOpen;

        var at = wish.Due ?? deed.Now;
        if (poll.Rules.Secret)
        {
            var opened = await SecretBox.Open(connection, poll, deed.Stop);
            stream.AppendMany(new PollClosed(at, wish.Due is not null, opened.Result, opened.Head, opened.Boxes), opened.Event);
            sweep.AfterCommit(deed.Session);
        }
        else
        {
            var (result, head, boxes) = await OpenBox.Count(connection, poll, deed.Stop);
            stream.AppendOne(new PollClosed(at, wish.Due is not null, result, head, boxes));
        }
        deed.Session.QueueSqlCommand("update halls.polls set state = 2, closes_at = null where id = ?", poll.Id);
        return new Done();
    }

    /// <summary>Takes the poll's row; false when it is not open (any more).</summary>
    private static async Task<bool> Hold(NpgsqlConnection connection, ClosePoll wish, CancellationToken stop)
    {
        await using var hold = new NpgsqlCommand("select state from halls.polls where id = $1 for update", connection);
        hold.Parameters.AddWithValue(wish.Poll);
        return await hold.ExecuteScalarAsync(stop) is HallTables.Open;
    }
}
