using Gera.Hub.Features.Halls.Screens;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>A seat of a person.</summary>
/// <param name="OfAccount">Made of the account, as in sessions that ask for one; otherwise a seat that was taken over.</param>
internal sealed record MySeat(Guid Session, Guid Id, bool OfAccount);

/// <summary>A poll a person took part in.</summary>
/// <param name="Choice">Null for a secret poll: nobody knows.</param>
internal sealed record MyPoll(Poll Poll, Guid Voter, int[]? Choice, string? Receipt);

/// <summary>Finds what a person did in halls. Only the seats lead there, and only from the account to the seats, never back.</summary>
internal sealed class HallTraces(IDocumentStore store, HubDatabase database, SeatClaims claims, MyBallots ballots)
{
    public async Task<IReadOnlyList<MySeat>> Seats(Guid person, CancellationToken stop)
    {
        var seats = (await claims.Of(person, stop)).Select(s => new MySeat(s.Session, s.Id, s == Sessions.Seats.OfAccount(s.Session, person))).ToDictionary(s => s.Id);
        await using var command = database.Source.CreateCommand($"select id from {HubStore.Schema}.mt_doc_hall where lower(data ->> 'access') not in ('anyone', 'card')");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var seat = Sessions.Seats.OfAccount(reader.GetGuid(0), person);
            seats.TryAdd(seat.Id, new MySeat(seat.Session, seat.Id, true));
        }
        return [.. seats.Values];
    }

    /// <summary>Questions asked from these seats, newest first, with their words opened by whoever shows them.</summary>
    public async Task<IReadOnlyList<Question>> Questions(IReadOnlyList<MySeat> seats, int most, CancellationToken stop)
    {
        await using var command = Ask($"""
            select q.id from {HubStore.Schema}.mt_doc_question q join unnest($1, $2) s(session, seat) on (q.data ->> 'hall')::uuid = s.session and (q.data ->> 'seat')::uuid = s.seat
            order by q.id desc limit $3
            """, seats);
        command.Parameters.AddWithValue(most);
        var ids = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        await using var session = store.QuerySession();
        return [.. (await session.LoadManyAsync<Question>(stop, [.. ids])).OrderByDescending(q => q.Id)];
    }

    /// <summary>Polls voted in from these seats, the one opened last first.</summary>
    public async Task<IReadOnlyList<MyPoll>> Polls(IReadOnlyList<MySeat> seats, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var (sessions, found) = (seats.Select(s => s.Session).Distinct().ToArray(), new List<MyPoll>());
        var polls = (await session.Query<Poll>().Where(p => p.Session.IsOneOf(sessions) && p.State != PollState.Prepared && p.State != PollState.Dropped).ToListAsync(stop)).ToDictionary(p => p.Id);
        await using (var command = Ask("""
            select p.id, s.seat, m.choice, p.salt from unnest($1, $2) s(session, seat) join halls.polls p on p.session = s.session join halls.ballot_marks m on m.poll = p.id and m.voter = s.seat
            union all
            select p.id, s.seat, null, null from unnest($1, $2) s(session, seat) join halls.polls p on p.session = s.session join halls.opened_marks m on m.poll = p.id and m.voter = s.seat
            """, seats))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
            {
                if (!polls.TryGetValue(reader.GetGuid(0), out var poll)) continue;
                var isOpenBallot = !await reader.IsDBNullAsync(2, stop);
                found.Add(new MyPoll(poll, reader.GetGuid(1), isOpenBallot ? await reader.GetFieldValueAsync<int[]>(2, stop) : null,
                    isOpenBallot ? Receipts.Of(await reader.GetFieldValueAsync<byte[]>(3, stop), reader.GetGuid(1)) : null));
            }
        found.AddRange(await InClosedBoxes([.. polls.Values.Where(p => p is { State: PollState.Open, Rules.Secret: true }).SelectMany(p => seats.Where(s => s.Session == p.Session).Select(s => new MyPoll(p, s.Id, null, null)))], stop));
        return [.. found.OrderByDescending(f => f.Poll.OpenedAt ?? f.Poll.PreparedAt)];
    }

    /// <summary>When each of these open ballots was cast or last changed, by poll.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastCast(IReadOnlyList<MyPoll> polls, CancellationToken stop)
    {
        var (open, last) = (polls.Where(p => p.Receipt is not null).ToArray(), new Dictionary<Guid, DateTimeOffset>());
        await using var command = database.Source.CreateCommand(
            "select m.poll, m.at from unnest($1, $2) v(poll, voter) join halls.ballot_marks m on m.poll = v.poll and m.voter = v.voter where m.at is not null");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. open.Select(p => p.Poll.Id)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. open.Select(p => p.Voter)] });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) last[reader.GetGuid(0)] = await reader.GetFieldValueAsync<DateTimeOffset>(1, stop);
        return last;
    }

    /// <summary>Those that have voted. A secret box that is not opened yet has a table of its own; however many there are, they are asked at once.</summary>
    private async Task<IReadOnlyList<MyPoll>> InClosedBoxes(IReadOnlyList<MyPoll> possible, CancellationToken stop)
    {
        if (possible.Count == 0) return [];
        try
        {
            await using var command = database.Source.CreateCommand(string.Join(" union all ",
                possible.Select((p, n) => $"(select {n} from {HallTables.SecretBox(p.Poll.Id).Marks} where voter = ${n + 1})")));
            foreach (var p in possible) command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = p.Voter });
            var voted = new List<MyPoll>();
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) voted.Add(possible[reader.GetInt32(0)]);
            return voted;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // A box was opened at this moment: each is asked by itself, open or not.
            var voted = new List<MyPoll>();
            foreach (var p in possible)
                if (await ballots.Of(p.Poll, new Seat(p.Poll.Session, p.Voter), stop) is not null) voted.Add(p);
            return voted;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, Hall>> Halls(IEnumerable<Guid> ids, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<Hall>(stop, [.. ids.Distinct()])).ToDictionary(h => h.Id);
    }

    public async Task<IReadOnlyList<Hall>> Led(Guid person, int most, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        return await session.Query<Hall>().Where(h => h.Leader == person).OrderByDescending(h => h.OpenedAt).Take(most).ToListAsync(stop);
    }

    private NpgsqlCommand Ask(string sql, IReadOnlyList<MySeat> seats)
    {
        var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. seats.Select(s => s.Session)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. seats.Select(s => s.Id)] });
        return command;
    }
}
