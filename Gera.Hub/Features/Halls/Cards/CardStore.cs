using Gera.Hub.Push;
using Gera.Hub.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.Features.Halls.Cards;

/// <summary>Cards in their table.</summary>
public sealed class CardStore(HubDatabase database)
{
    public const short Unused = 0, Used = 1, Revoked = 2;

    /// <summary>Changes whenever a card of that session is redeemed.</summary>
    public static string TopicOf(string code) => $"cards:{code}";

    public async Task<CardCount> Count(Guid session, CancellationToken stop = default)
    {
        await using var command = database.Source.CreateCommand("select count(*)::int, (count(*) filter (where state = 1))::int, (count(*) filter (where state = 2))::int from halls.cards where session = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = session });
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new CardCount(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>Uses a card: of any number who try at once exactly one gets the seat.</summary>
    /// <returns>The seat, or whether the card exists at all.</returns>
    internal async Task<(Guid? Seat, bool Exists)> Redeem(Hall hall, byte[] hash, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var use = new NpgsqlCommand("with used as (update halls.cards set state = 1 where session = $1 and code_hash = $2 and state = 0 returning seat) select seat, pg_notify($3, $4) from used", connection);
        Add(use, hall.Id, hash);
        use.Parameters.AddWithValue(Postbox.Channel);
        use.Parameters.AddWithValue(Postbox.Letter(Postbox.Topic, TopicOf(hall.Code)));
        if (await use.ExecuteScalarAsync(stop) is Guid seat) return (seat, true);
        await using var look = new NpgsqlCommand("select state from halls.cards where session = $1 and code_hash = $2", connection);
        Add(look, hall.Id, hash);
        return (null, await look.ExecuteScalarAsync(stop) is Used);
    }

    private static void Add(NpgsqlCommand command, Guid session, byte[] hash)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = session });
        command.Parameters.Add(new NpgsqlParameter { Value = hash, NpgsqlDbType = NpgsqlDbType.Bytea });
    }
}
