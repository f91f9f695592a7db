using System.Diagnostics;
using System.Threading.Channels;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Commits votes in groups, one group after the other: a group closes when it is full or when the one before is committed.</summary>
internal sealed class BallotWriter(GroupCommit commit, HallOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>A group that takes longer is given up, so that nobody waits more than three seconds for an honest "busy".</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<object> queue = Channel.CreateBounded<object>(new BoundedChannelOptions(options.Waiting) { SingleReader = true });
    private readonly List<Casting> later = [];
    private readonly Dictionary<Guid, List<Casting>> held = [];
    private readonly List<Flushing> flushes = [];
    private volatile bool away;
    private volatile int committing;

    /// <summary>Votes that are not answered yet.</summary>
    public int Waiting => queue.Reader.Count + committing;

    /// <summary>Whether the database does not answer.</summary>
    public bool IsAway => away;

    public Task<VoteAnswer> Cast(Casting vote) =>
        !away && queue.Writer.TryWrite(vote) ? vote.Answer.Task : Task.FromResult(VoteAnswer.Busy);

    public async Task Flush(Guid poll, CancellationToken stop)
    {
        var flushing = new Flushing(poll, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(flushing, stop);
        await flushing.Done.Task.WaitAsync(stop);
    }

    public async Task Run(CancellationToken stop)
    {
        while (await HasWork(stop))
        {
            var group = Gather();
            committing = group.Count;
            if (group.Count > 0) await Commit(group);
            committing = 0;
            foreach (var flush in flushes) flush.Done.TrySetResult();
            flushes.Clear();
        }
        foreach (var vote in Everything()) vote.Answer.TrySetResult(VoteAnswer.Busy);
    }

    /// <summary>Waits for a vote, or until held ones are due. False when the hub stops.</summary>
    private async Task<bool> HasWork(CancellationToken stop)
    {
        if (queue.Reader.Count > 0) return !stop.IsCancellationRequested;
        using var due = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (later.Count > 0 || held.Count > 0) due.CancelAfter(later.Count > 0 ? Pause : TimeSpan.FromMilliseconds(100));
        try
        {
            return await queue.Reader.WaitToReadAsync(due.Token);
        }
        catch (OperationCanceledException)
        {
            return !stop.IsCancellationRequested;
        }
    }

    private List<Casting> Gather()
    {
        var group = new List<Casting>(later);
        later.Clear();
        while (group.Count < options.Group && flushes.Count == 0 && queue.Reader.TryRead(out var item))
        {
            if (item is Flushing flush) flushes.Add(flush);
            else if (item is Casting { Rules.Secret: true } secret) Hold(secret);
            else group.Add((Casting)item);
        }
        foreach (var (poll, votes) in held.ToArray())
        {
            // Fewer than five in one commit could be told apart by the rows' stamps while the poll is open.
            var isDue = votes.Count >= Poll.Crowd || Stopwatch.GetElapsedTime(votes[0].Since) > options.SecretHold || flushes.Any(f => f.Poll == poll);
            if (!isDue) continue;
            group.AddRange(votes);
            held.Remove(poll);
        }
        return group;
    }

    private void Hold(Casting secret)
    {
        if (!held.TryGetValue(secret.Poll, out var votes)) held[secret.Poll] = votes = [];
        votes.Add(secret);
    }

    private async Task Commit(List<Casting> group)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            using var limit = new CancellationTokenSource(Longest);
            try
            {
                // A line that stalls does not even let go of a cancelled command, so the attempt is left behind.
                foreach (var put in await commit.Run(group, limit.Token).WaitAsync(Longest)) PutBack(put);
                return;
            }
            catch (Exception e)
            {
                // What was committed and what was not is asked of the marks, by trying the same votes again.
                commit.Forget();
                if (attempt == 1 && Stopwatch.GetElapsedTime(began) < Longest / 2) continue;
                log.LogWarning("{Votes} votes were answered with busy: {Reason}", group.Count, Door.IsBusy(e) ? e.GetType().Name : e);
                foreach (var vote in group) vote.Answer.TrySetResult(VoteAnswer.Busy);
                if (Door.IsBusy(e)) await WaitForDatabase();
                return;
            }
        }
    }

    /// <summary>A vote whose poll is just being closed, or whose voter has another one in this group, goes into the next group.</summary>
    private void PutBack(Casting vote)
    {
        if (Stopwatch.GetElapsedTime(vote.Since) > Longest && !vote.Rules.Secret) vote.Answer.TrySetResult(VoteAnswer.Busy);
        else later.Add(vote);
    }

    private async Task WaitForDatabase()
    {
        away = true;
        while (true)
        {
            foreach (var vote in Everything()) vote.Answer.TrySetResult(VoteAnswer.Busy);
            foreach (var flush in flushes) flush.Done.TrySetException(new TimeoutException("The database is away."));
            flushes.Clear();
            if (await commit.IsDatabaseThere()) break;
            await Task.Delay(TimeSpan.FromMilliseconds(250), clock);
        }
        away = false;
    }

    private IEnumerable<Casting> Everything()
    {
        foreach (var vote in later.Concat(held.Values.SelectMany(v => v))) yield return vote;
        later.Clear();
        held.Clear();
        while (queue.Reader.TryRead(out var item))
        {
            if (item is Casting vote) yield return vote;
            else if (item is Flushing flush) flush.Done.TrySetException(new TimeoutException("The database is away."));
        }
    }

    private sealed record Flushing(Guid Poll, TaskCompletionSource Done);
}
