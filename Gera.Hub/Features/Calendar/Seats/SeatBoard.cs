using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>How full a date is: all of it counted from the facts.</summary>
public sealed record Fullness(int Capacity, int Given, int Waiting)
{
    public int Free => Math.Max(0, Capacity - Given);
}

/// <summary>Who is registered, for whoever may know.</summary>
public sealed class SeatBoard(HubDatabase database)
{
    /// <summary>Whether an offer has lapsed, and whether somebody is to be reminded: asked each minute, so that commands are sent only when there is something to do.</summary>
    public async Task<(bool Offers, bool Reminders)> Due(DateTimeOffset now, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select exists (select from calendar.seats s where s.state = {(int)SeatState.Offered} and s.offer_until <= $1), exists (select from calendar.seats r join calendar.occurrences o on o.event = r.event and o.original = r.original where {SeatRows.ToRemind})");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }

    public async Task<Gate?> Gate(Guid about, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select capacity, minimum_age, closes_hours, fields::text from calendar.gates where event = $1");
        command.Parameters.AddWithValue(about);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new Gate(about, reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), Seats.Gate.FieldsOf(reader.GetString(3))) : null;
    }

    public async Task<Fullness> How(Gate gate, DateTime original, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select count(*) filter (where state in ({(int)SeatState.Taken}, {(int)SeatState.Offered}))::int, count(*) filter (where state = {(int)SeatState.Waiting})::int from calendar.seats where event = $1 and original = $2");
        command.Parameters.AddWithValue(gate.Event);
        command.Parameters.AddWithValue(original);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new Fullness(gate.Capacity, reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>Everybody of a date who has not ended, by name.</summary>
    public async Task<IReadOnlyList<Seat>> Of(Guid about, DateTime original, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.original = $2 and s.state in (1, 2, 3) order by s.state = 1, lower(s.name), s.id limit 5000");
        command.Parameters.AddWithValue(about);
        command.Parameters.AddWithValue(original);
        return await SeatRows.Read(command, stop);
    }

    public async Task<Seat?> One(Guid seat, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select {SeatRows.Columns} from calendar.seats s where s.id = $1");
        command.Parameters.AddWithValue(seat);
        return (await SeatRows.Read(command, stop)).FirstOrDefault();
    }

    /// <summary>A person's own registration for a date; null without one.</summary>
    public async Task<Seat?> Mine(Guid about, DateTime original, Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select {SeatRows.Columns} from calendar.seats s where s.event = $1 and s.original = $2 and s.person = $3 and s.state < 4");
        command.Parameters.AddWithValue(about);
        command.Parameters.AddWithValue(original);
        command.Parameters.AddWithValue(person);
        return (await SeatRows.Read(command, stop)).FirstOrDefault();
    }

    public async Task<IReadOnlyList<Seat>> AllOf(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select {SeatRows.Columns} from calendar.seats s where s.person = $1 order by s.at desc limit 500");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        return await SeatRows.Read(command, stop);
    }
}
