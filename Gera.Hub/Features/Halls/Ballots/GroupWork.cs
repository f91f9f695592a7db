using Gera.Hub.People;
using Gera.Hub.Push;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What a group does to the database, and the answers it will give once committed.</summary>
internal sealed class GroupWork(NpgsqlConnection connection, CancellationToken stop)
{
    private readonly List<(Casting Vote, VoteAnswer Answer)> answers = [];

    public NpgsqlConnection Connection => connection;

    public CancellationToken Stop => stop;

    public Dictionary<Guid, BoxDraft> Drafts { get; } = [];

    /// <summary>Secret polls whose number of voters changed.</summary>
    public HashSet<Guid> Recounts { get; } = [];

    public void Answer(Casting vote, VoteAnswer answer) => answers.Add((vote, answer));

    public void AnswerAll(TallyBoard board)
    {
        foreach (var (vote, answer) in answers) vote.Answer.TrySetResult(answer with { Version = board.PublicVersion(vote.Poll, vote.Rules) });
    }

    /// <summary>The polls' rows, held against a close until the commit. A poll that is just being closed is missing: its votes wait.</summary>
    public async Task<Dictionary<Guid, PollRow>> HoldPolls(IReadOnlyList<Casting> group)
    {
        await using var command = new NpgsqlCommand("select id, state, salt from halls.polls where id = any($1) order by id for share skip locked", connection);
        Add(command, group.Select(v => v.Poll).Distinct().ToArray());
        var rows = new Dictionary<Guid, PollRow>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            rows[reader.GetGuid(0)] = new PollRow(reader.GetInt16(1) == HallTables.Open, await reader.GetFieldValueAsync<byte[]>(2, stop));
        return rows;
    }

    /// <summary>Log-ins among the voters' that have ended, or whose account has been disabled or blocked, and why they count for nothing.</summary>
    public async Task<Dictionary<Guid, Refusal>> BarredSignIns(IReadOnlyList<Casting> group)
    {
        var signIns = group.Where(v => v.SignIn is not null).Select(v => v.SignIn!.Value).Distinct().ToArray();
        if (signIns.Length == 0) return [];
        await using var command = new NpgsqlCommand("""
            select i, u."Id" is null from unnest($1) i left join people.sign_ins s on s."Id" = i left join people.users u on u."Id" = s."UserId" and not u."Disabled"
            where u."Id" is null or exists (select from people.blocks b where b."UserId" = u."Id" and b."LiftedAt" is null and (b."Until" is null or b."Until" > now()))
            """, connection);
        Add(command, signIns);
        var barred = new Dictionary<Guid, Refusal>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) barred[reader.GetGuid(0)] = reader.GetBoolean(1) ? Refusals.LogInFirst : Refusals.Blocked;
        return barred;
    }

    /// <summary>Seats among the voters' whose voting card was revoked: with its replacement one person would vote twice.</summary>
    public async Task<HashSet<Guid>> RevokedSeats(IReadOnlyList<Casting> group)
    {
        var seats = group.Where(v => v.IsCard).Select(v => v.Voter).Distinct().ToArray();
        if (seats.Length == 0) return [];
        await using var command = new NpgsqlCommand("select seat from halls.cards where seat = any($1) and state = 2", connection);
        Add(command, seats);
        var revoked = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) revoked.Add(reader.GetGuid(0));
        return revoked;
    }

    public async Task Register(IEnumerable<BoxDraft> boxes)
    {
        foreach (var box in boxes)
        {
            await using var command = new NpgsqlCommand("insert into halls.boxes (poll, box) values ($1, $2)", connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = box.Poll });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = box.Id });
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    public async Task Notify(string[] letters)
    {
        if (letters.Length == 0) return;
        await using var command = new NpgsqlCommand("select pg_notify($1, l) from unnest($2) l", connection);
        command.Parameters.AddWithValue(Postbox.Channel);
        Add(command, letters);
        await command.ExecuteNonQueryAsync(stop);
    }

    public static void Add(NpgsqlCommand command, Guid[] ids) => command.Parameters.Add(new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });

    public static void Add(NpgsqlCommand command, string[] texts) => command.Parameters.Add(new NpgsqlParameter { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>An <c>integer[]</c> as PostgreSQL writes it; arrays of arrays of unequal length cannot be sent.</summary>
    public static string Literal(int[] numbers) => $"{{{string.Join(',', numbers)}}}";
}
