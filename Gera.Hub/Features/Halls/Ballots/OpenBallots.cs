using System.Security.Cryptography;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Open ballots of a group: the mark decides who is fresh, a known key is answered as the first time, a changed mind becomes a difference in the box.</summary>
internal static class OpenBallots
{
    private const string InsertMarks = """
        insert into halls.ballot_marks (poll, voter, key, choice, at)
        select w.poll, w.voter, w.key, w.choice::integer[], now() from unnest($1, $2, $3, $4) with ordinality w(poll, voter, key, choice, n) order by n
        on conflict do nothing returning poll, voter
        """;

    private const string ReadMarks = """
        select m.poll, m.voter, m.key, m.choice, k.status
        from unnest($1, $2, $3) with ordinality w(poll, voter, key, n)
        join halls.ballot_marks m on m.poll = w.poll and m.voter = w.voter
        left join halls.ballot_keys k on k.poll = w.poll and k.voter = w.voter and k.key = w.key
        order by n for update of m
        """;

    public static async Task Commit(GroupWork work, List<Casting> votes, Dictionary<Guid, PollRow> rows, Func<Guid, PollRules, BoxDraft> open)
    {
        if (votes.Count == 0) return;
        var fresh = await Insert(work, votes.FindAll(v => rows[v.Poll].IsOpen));
        var words = new List<Casting>();
        foreach (var vote in votes.Where(v => fresh.Contains((v.Poll, v.Voter))))
        {
            Put(vote, null);
            work.Answer(vote, new VoteAnswer(VoteAnswer.Counted, Receipt: Receipt(vote)));
        }

        var known = await Read(work, votes.FindAll(v => !fresh.Contains((v.Poll, v.Voter))));
        var changes = new List<(Casting Vote, string Status)>();
        foreach (var vote in votes.Where(v => !fresh.Contains((v.Poll, v.Voter))))
        {
            var mark = known.GetValueOrDefault((vote.Poll, vote.Voter));
            var answer = Judge(vote, mark, rows[vote.Poll].IsOpen);
            if (mark is { Status: null } && mark.Key != vote.Key && answer.Status is (VoteAnswer.Changed or VoteAnswer.Unchanged))
            {
                changes.Add((vote, answer.Status));
                if (answer.Status == VoteAnswer.Changed) Put(vote, mark.Choice);
            }
            work.Answer(vote, mark is null ? answer : answer with { Receipt = Receipt(vote) });
        }
        await Update(work, changes);
        await Words.Keep(work, words, v => Receipt(v));

        string Receipt(Casting vote) => Receipts.Of(rows[vote.Poll].Salt, vote.Voter);

        void Put(Casting vote, int[]? was)
        {
            if (!work.Drafts.TryGetValue(vote.Poll, out var draft)) work.Drafts[vote.Poll] = draft = open(vote.Poll, vote.Rules);
            string? seal = null;
            if (vote.Choice.Words is { } said)
            {
                vote.Salt = RandomNumberGenerator.GetBytes(16);
                seal = Words.Seal(vote.Salt, said);
                words.Add(vote);
            }
            draft.Put(Receipt(vote), vote.Choice.Numbers, was, seal);
        }
    }

    /// <summary>What a second attempt of a voter gets.</summary>
    internal static VoteAnswer Judge(Casting vote, Mark? mark, bool isOpen) => mark switch
    {
        null => VoteAnswer.No(HallRefusals.Closed, VoteAnswer.Closed),
        _ when mark.Key == vote.Key => new VoteAnswer(VoteAnswer.Counted),
        { Status: { } first } => new VoteAnswer(first),
        _ when !vote.Rules.Changeable => VoteAnswer.No(HallRefusals.AlreadyVoted),
        _ when !isOpen => VoteAnswer.No(HallRefusals.Closed, VoteAnswer.Closed),
        _ when vote.Choice.Words is null && mark.Choice.AsSpan().SequenceEqual(vote.Choice.Numbers) => new VoteAnswer(VoteAnswer.Unchanged),
        _ => new VoteAnswer(VoteAnswer.Changed),
    };

    private static async Task<HashSet<(Guid, Guid)>> Insert(GroupWork work, List<Casting> votes)
    {
        if (votes.Count == 0) return [];
        await using var command = new NpgsqlCommand(InsertMarks, work.Connection);
        AddKeys(command, votes);
        GroupWork.Add(command, [.. votes.Select(v => GroupWork.Literal(v.Choice.Numbers))]);
        var fresh = new HashSet<(Guid, Guid)>(votes.Count);
        await using var reader = await command.ExecuteReaderAsync(work.Stop);
        while (await reader.ReadAsync(work.Stop)) fresh.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return fresh;
    }

    private static async Task<Dictionary<(Guid, Guid), Mark>> Read(GroupWork work, List<Casting> votes)
    {
        if (votes.Count == 0) return [];
        await using var command = new NpgsqlCommand(ReadMarks, work.Connection);
        AddKeys(command, votes);
        var marks = new Dictionary<(Guid, Guid), Mark>();
        await using var reader = await command.ExecuteReaderAsync(work.Stop);
        while (await reader.ReadAsync(work.Stop))
            marks[(reader.GetGuid(0), reader.GetGuid(1))] = new Mark(reader.GetString(2), await reader.GetFieldValueAsync<int[]>(3, work.Stop),
                await reader.IsDBNullAsync(4, work.Stop) ? null : reader.GetString(4));
        return marks;
    }

    private static async Task Update(GroupWork work, List<(Casting Vote, string Status)> changes)
    {
        if (changes.Count == 0) return;
        var votes = changes.ConvertAll(c => c.Vote);
        await using var batch = new NpgsqlBatch(work.Connection);
        var keys = new NpgsqlBatchCommand("insert into halls.ballot_keys (poll, voter, key, status) select * from unnest($1, $2, $3, $4)");
        var marks = new NpgsqlBatchCommand("update halls.ballot_marks m set choice = w.choice::integer[], at = now() from unnest($1, $2, $3) w(poll, voter, choice) where m.poll = w.poll and m.voter = w.voter");
        Parameters(keys, votes, [.. votes.Select(v => v.Key)], [.. changes.Select(c => c.Status)]);
        Parameters(marks, votes, [.. votes.Select(v => GroupWork.Literal(v.Choice.Numbers))]);
        batch.BatchCommands.Add(keys);
        batch.BatchCommands.Add(marks);
        await batch.ExecuteNonQueryAsync(work.Stop);

        static void Parameters(NpgsqlBatchCommand command, List<Casting> votes, params string[][] texts)
        {
            command.Parameters.AddWithValue(votes.Select(v => v.Poll).ToArray());
            command.Parameters.AddWithValue(votes.Select(v => v.Voter).ToArray());
            foreach (var text in texts) command.Parameters.AddWithValue(text);
        }
    }

    private static void AddKeys(NpgsqlCommand command, List<Casting> votes)
    {
        GroupWork.Add(command, [.. votes.Select(v => v.Poll)]);
        GroupWork.Add(command, [.. votes.Select(v => v.Voter)]);
        GroupWork.Add(command, [.. votes.Select(v => v.Key)]);
    }

    /// <summary>A voter's mark.</summary>
    /// <param name="Key">Key of the first attempt.</param>
    /// <param name="Status">What the key at hand was answered before; null for a key not seen.</param>
    internal sealed record Mark(string Key, int[] Choice, string? Status);
}
