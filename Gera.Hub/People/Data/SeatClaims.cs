using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.People.Data;

/// <summary>Which account stands behind a seat, where the person said so or the session asks for an account.</summary>
public sealed class SeatClaims(HubDatabase database)
{
    private const string Sql = """insert into people.seat_claims ("Seat", "Session", "UserId", "At") values (?, ?, ?, ?)""";

    /// <summary>Takes a seat over. The key decides: a second account fails when the session is saved.</summary>
    public static void Claim(IDocumentSession session, Seat seat, Guid person, DateTimeOffset now) => session.QueueSqlCommand(Sql, seat.Id, seat.Session, person, now);

    /// <summary>Notes the seat an account has anyway, so that its person can be told of what becomes of its deeds.</summary>
    public static void Note(IDocumentSession session, Seat seat, Guid person, DateTimeOffset now) => session.QueueSqlCommand(Sql + " on conflict do nothing", seat.Id, seat.Session, person, now);

    /// <summary>The account behind a seat, or null.</summary>
    public async Task<Guid?> Holder(Guid seat, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("""select "UserId" from people.seat_claims where "Seat" = $1""");
        command.Parameters.AddWithValue(seat);
        return await command.ExecuteScalarAsync(stop) as Guid?;
    }

    public async Task<IReadOnlyList<Seat>> Of(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("""select "Session", "Seat" from people.seat_claims where "UserId" = $1 order by "At" """);
        command.Parameters.AddWithValue(person);
        var seats = new List<Seat>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) seats.Add(new Seat(reader.GetGuid(0), reader.GetGuid(1)));
        return seats;
    }
}
