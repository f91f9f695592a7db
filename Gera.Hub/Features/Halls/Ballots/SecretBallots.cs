using System.Security.Cryptography;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Secret ballots of a group: marks in one table, shuffled ballots in another, nothing that joins them. The only place that makes random ids.</summary>
internal static class SecretBallots
{
    public static async Task Commit(GroupWork work, List<Casting> votes, Dictionary<Guid, PollRow> rows, TallyBoard board)
    {
        foreach (var poll in votes.GroupBy(v => v.Poll))
        {
            var inPoll = poll.ToList();
            if (!rows[poll.Key].IsOpen)
            {
                await TellLate(work, poll.Key, inPoll);
                continue;
            }
            var fresh = await Mark(work, poll.Key, inPoll);
            await Drop(work, poll.Key, [.. inPoll.Where(v => fresh.Contains(v.Voter)).Select(v => v.Choice.Numbers)]);
            foreach (var vote in inPoll)
                work.Answer(vote, fresh.Contains(vote.Voter) ? new VoteAnswer(VoteAnswer.Counted) : VoteAnswer.No(HallRefusals.AlreadyRecorded, VoteAnswer.Unchanged));
            if (fresh.Count > 0) work.Recounts.Add(poll.Key);
        }
    }

    private static async Task<HashSet<Guid>> Mark(GroupWork work, Guid poll, List<Casting> votes)
    {
        await using var command = new NpgsqlCommand(
            $"insert into {HallTables.SecretBox(poll).Marks} (voter) select v from unnest($1) v order by v on conflict do nothing returning voter", work.Connection);
        GroupWork.Add(command, [.. votes.Select(v => v.Voter)]);
        var fresh = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(work.Stop);
        while (await reader.ReadAsync(work.Stop)) fresh.Add(reader.GetGuid(0));
        return fresh;
    }

    /// <summary>Drops ballots into the box in random order, under random ids.</summary>
    private static async Task Drop(GroupWork work, Guid poll, int[][] choices)
    {
        if (choices.Length == 0) return;
        RandomNumberGenerator.Shuffle(choices.AsSpan());
        await using var command = new NpgsqlCommand(
            $"insert into {HallTables.SecretBox(poll).Ballots} (id, choice) select i, c::integer[] from unnest($1, $2) w(i, c)", work.Connection);
#pragma warning disable RS0030 // A sortable id would tell the order of the ballots; this one must be random.
        GroupWork.Add(command, [.. choices.Select(_ => Guid.NewGuid())]);
#pragma warning restore RS0030
        GroupWork.Add(command, [.. choices.Select(GroupWork.Literal)]);
        await command.ExecuteNonQueryAsync(work.Stop);
    }

    private static async Task TellLate(GroupWork work, Guid poll, List<Casting> votes)
    {
        await using var command = new NpgsqlCommand("select voter from halls.opened_marks where poll = $1 and voter = any($2)", work.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        GroupWork.Add(command, [.. votes.Select(v => v.Voter)]);
        var known = new HashSet<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(work.Stop))
            while (await reader.ReadAsync(work.Stop)) known.Add(reader.GetGuid(0));
        foreach (var vote in votes)
            work.Answer(vote, known.Contains(vote.Voter)
                ? VoteAnswer.No(HallRefusals.AlreadyRecorded, VoteAnswer.Unchanged)
                : VoteAnswer.No(HallRefusals.Closed, VoteAnswer.Closed));
    }
}
