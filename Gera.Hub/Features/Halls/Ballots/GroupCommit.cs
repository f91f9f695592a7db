using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>One group of votes in one transaction: the polls' rows held, marks, ballots and news together, then the answers.</summary>
internal sealed class GroupCommit(HubDatabase database, IDocumentStore store, TallyBoard board, TimeProvider clock)
{
    private Dictionary<Guid, Box> boxes = [];

    /// <summary>Commits and answers; returns the votes that must go into a later group.</summary>
    public async Task<IReadOnlyList<Casting>> Run(IReadOnlyList<Casting> group, CancellationToken stop)
    {
        // An attempt that was given up may still be under way beside its successor, which then has boxes of its own.
        var mine = boxes;
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var work = new GroupWork(connection, stop);

        var later = new List<Casting>();
        var rows = await work.HoldPolls(group);
        var barred = await work.BarredSignIns(group);
        var revoked = await work.RevokedSeats(group);
        var (open, secret) = Sort(group, rows, barred, revoked, work, later);

        await OpenBallots.Commit(work, open, rows, (poll, rules) => Draft(mine, poll, rules));
        await SecretBallots.Commit(work, secret, rows, board);

        var drafts = work.Drafts.Values.Where(d => d.Events.Count > 0).ToArray();
        if (drafts.Length > 0)
        {
            await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
            foreach (var draft in drafts) session.Events.Append(draft.Id, draft.Events);
            await session.SaveChangesAsync(stop);
        }
        await work.Register(drafts.Where(d => d.IsNew));
        await work.Notify([.. drafts.Select(d => Postbox.Letter(TallyBoard.BoxLetter, d.ToTally().ToLetter(d.Poll))),
            .. work.Recounts.Select(p => Postbox.Letter(TallyBoard.RecountLetter, p.ToString("N")))]);
        await transaction.CommitAsync(stop);

        foreach (var draft in drafts)
        {
            mine[draft.Poll] = draft.Done();
            board.Heard(draft.Poll, draft.Rules, draft.ToTally());
        }
        work.AnswerAll(board);
        return later;
    }

    /// <summary>After a failure nobody knows what was committed, so this process goes on with new boxes.</summary>
    public void Forget() => boxes = [];

    public async Task<bool> IsDatabaseThere()
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), clock);
            await using var ask = database.Source.CreateCommand("select 1");
            ask.CommandTimeout = 1;
            await ask.ExecuteScalarAsync(limit.Token);
            return true;
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            return false;
        }
    }

    private BoxDraft Draft(Dictionary<Guid, Box> boxes, Guid poll, PollRules rules) => boxes.TryGetValue(poll, out var box)
        ? new BoxDraft(box, rules, false)
        : new BoxDraft(new Box(poll, Ids.At(clock.GetUtcNow()), 0, Chain.Genesis(poll, rules), new long[Cells.Count(rules)], 0), rules, true);

    private static (List<Casting> Open, List<Casting> Secret) Sort(IReadOnlyList<Casting> group, Dictionary<Guid, PollRow> rows, Dictionary<Guid, Refusal> barred, HashSet<Guid> revoked, GroupWork work, List<Casting> later)
    {
        var (open, secret, seen) = (new List<Casting>(group.Count), new List<Casting>(), new HashSet<(Guid, Guid)>(group.Count));
        foreach (var vote in group)
        {
            if (vote.SignIn is { } signIn && barred.TryGetValue(signIn, out var why)) work.Answer(vote, VoteAnswer.No(why));
            else if (vote.IsCard && revoked.Contains(vote.Voter)) work.Answer(vote, VoteAnswer.No(HallRefusals.CardUnknown));
            else if (!rows.ContainsKey(vote.Poll) || !seen.Add((vote.Poll, vote.Voter))) later.Add(vote);
            else (vote.Rules.Secret ? secret : open).Add(vote);
        }
        // One order for all processes, so that two never wait for each other in a circle.
        open.Sort(static (a, b) => a.Poll.CompareTo(b.Poll) is var poll and not 0 ? poll : a.Voter.CompareTo(b.Voter));
        return (open, secret);
    }
}

/// <summary>A poll's row while the group holds it.</summary>
internal readonly record struct PollRow(bool IsOpen, byte[] Salt);
