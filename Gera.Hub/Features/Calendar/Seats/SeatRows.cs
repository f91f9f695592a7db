using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.Push;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>Seats within a deed. Whoever changes any holds the gate's row first, so that one comes after the other and the last seat goes to one.</summary>
internal static class SeatRows
{
    public const string Columns = "s.id, s.event, s.original, s.person, s.mail, s.name, s.language, s.answers::text, s.state, s.at, s.offer_until, s.in_at";

    /// <summary>Of registrations <c>r</c> and their dates <c>o</c>, at the moment $1: who has a seat within a day and was not reminded. Who registered within the last day needs no reminder.</summary>
    public static readonly string ToRemind = $"r.state = {(int)SeatState.Taken} and r.reminded_at is null and not o.cancelled and o.starts_at > $1 and o.starts_at <= $1 + interval '24 hours' and r.at < o.starts_at - interval '24 hours'";

    /// <summary>The gate, held until the deed is saved; null where the event has none.</summary>
    public static async Task<Gate?> Hold(Guid about, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("select capacity, minimum_age, closes_hours, fields::text from calendar.gates where event = $1 for update", deed.Session.Connection);
        command.Parameters.AddWithValue(about);
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        return await reader.ReadAsync(deed.Stop) ? new Gate(about, reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), Gate.FieldsOf(reader.GetString(3))) : null;
    }

    /// <summary>Seats that are given or kept for somebody: counted, never remembered.</summary>
    public static async Task<int> Given(Guid about, DateTime original, Deed deed)
    {
        await using var command = new NpgsqlCommand($"select count(*)::int from calendar.seats where event = $1 and original = $2 and state in ({(int)SeatState.Taken}, {(int)SeatState.Offered})", deed.Session.Connection);
        command.Parameters.AddWithValue(about);
        command.Parameters.AddWithValue(original);
        return (int)(await command.ExecuteScalarAsync(deed.Stop))!;
    }

    /// <summary>Those who wait for a date, whoever confirmed first in front.</summary>
    public static Task<List<Seat>> Waiting(Guid about, DateTime original, int most, Deed deed) =>
        Read($"select {Columns} from calendar.seats s where s.event = $1 and s.original = $2 and s.state = {(int)SeatState.Waiting} order by s.confirmed_at, s.id limit $3", deed, about, original, most);

    public static async Task<Seat?> One(Guid id, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        return (await Read($"select {Columns} from calendar.seats s where s.id = $1", deed, id)).FirstOrDefault();
    }

    public static async Task<List<Seat>> Read(string sql, Deed deed, params object[] values)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand(sql, deed.Session.Connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return await Read(command, deed.Stop);
    }

    public static async Task<List<Seat>> Read(NpgsqlCommand command, CancellationToken stop)
    {
        var seats = new List<Seat>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            seats.Add(new Seat(reader.GetGuid(0), reader.GetGuid(1), reader.GetDateTime(2), reader.IsDBNull(3) ? null : reader.GetGuid(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetString(6),
                JsonSerializer.Deserialize<string[]>(reader.GetString(7)) ?? [], (SeatState)reader.GetInt16(8), await reader.GetFieldValueAsync<DateTimeOffset>(9, stop),
                reader.IsDBNull(10) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(10, stop), reader.IsDBNull(11) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(11, stop)));
        return seats;
    }

    /// <summary>Changes a seat at once, within the deed's transaction, so that the next count sees it.</summary>
    public static async Task Set(Guid seat, SeatState state, DateTimeOffset? offerUntil, Deed deed)
    {
        await using var command = new NpgsqlCommand(
            $"update calendar.seats set state = $2, offer_until = $3, confirmed_at = coalesce(confirmed_at, case when $2 <> {(int)SeatState.Ended} then $4 end), ended_at = case when $2 = {(int)SeatState.Ended} then $4 end where id = $1", deed.Session.Connection);
        command.Parameters.AddWithValue(seat);
        command.Parameters.AddWithValue((short)state);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)offerUntil ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        command.Parameters.AddWithValue(deed.Now);
        await command.ExecuteNonQueryAsync(deed.Stop);
    }

    /// <summary>Open pages of the event look again, once the deed is saved.</summary>
    public static async Task Tell(Guid about, Deed deed)
    {
        await using var tell = new NpgsqlCommand("select pg_notify($1, $2)", deed.Session.Connection);
        tell.Parameters.AddWithValue(Postbox.Channel);
        tell.Parameters.AddWithValue(Postbox.Letter(Postbox.Topic, CalendarTopics.Of(about)));
        await tell.ExecuteNonQueryAsync(deed.Stop);
    }
}
