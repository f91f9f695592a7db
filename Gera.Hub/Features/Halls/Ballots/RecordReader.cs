using System.Runtime.CompilerServices;
using System.Text.Json;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>
/// Reads the public record from the store, entry by entry, as it is: what was tampered with shows. Entries come in pages, between which no
/// connection is held: whoever takes a record slowly keeps none from the votes.
/// </summary>
public sealed class RecordReader(HubDatabase database, LiveBoard board) : IDisposable
{
    /// <summary>Entries read at once, about 500 bytes each.</summary>
    public const int PageSize = 1_000;

    /// <summary>However many people count again, the votes keep the other connections.</summary>
    private readonly SemaphoreSlim places = new(2, 2);

    /// <summary>Whether everyone may read the record now.</summary>
    public static bool IsPublic(Poll poll) => poll is { State: PollState.Closed or PollState.Annulled, Hidden: false } || poll is { State: PollState.Open, Rules.Secret: false, Shows: true };

    /// <summary>Everything but the entries.</summary>
    public async Task<RecordFrame> Frame(Poll poll, CancellationToken stop)
    {
        var definition = Chain.Definition(poll.Id, poll.Rules);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        // One moment for boxes and count: while a poll is open, a vote between the two would look like a forgery.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var boxes = poll.Rules.Secret ? [new BoxHead(poll.Id, long.MaxValue, "")] : await OpenBox.Heads(connection, poll.Id, stop);
        var words = poll.Rules.Kind == PollKind.Text ? await ShownWords(connection, poll.Id, stop) : [];
        var count = poll.State == PollState.Open ? await Facts.Marks(connection, poll.Id, poll.Rules, stop) : await board.Count(poll);
        return new RecordFrame(poll.Id.ToString(), definition, Chain.Hash(definition), boxes, poll.Head,
            poll.Result?.TooFew == true ? null : count.Cells[..poll.Rules.Options.Length], PollSnapshot.IsHiddenCrowd(poll, count) ? 0 : count.Voters, poll.Box?.ListHash, words);
    }

    /// <summary>The entries of all boxes, one after the other, each with the place behind it.</summary>
    /// <param name="from">Where to begin; null at the beginning.</param>
    public async IAsyncEnumerable<(RecordPlace Place, RecordEntry Entry)> Entries(Poll poll, RecordFrame frame, RecordPlace? from, int atOnce, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var place = from ?? new RecordPlace(0, 0, frame.Genesis, Guid.Empty); place.Box < frame.Boxes.Length;)
        {
            var page = await Page(poll, frame.Boxes[place.Box], place, atOnce, stop);
            foreach (var step in page) yield return step;
            place = page.Count == atOnce ? page[^1].Place : new RecordPlace(place.Box + 1, 0, frame.Genesis, Guid.Empty);
        }
    }

    /// <summary>Height and text of all entries of a receipt of an open poll, a hundred at most.</summary>
    /// <remarks>Without an index of its own: every vote would pay for it, and this is asked by hand, in about 0.2 s among 100,000 entries.</remarks>
    public async Task<IReadOnlyList<(long Height, string Payload)>> Find(Poll poll, string receipt, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand($"""
            select e.version, e.data from halls.boxes b join {HubStore.Schema}.mt_events e on e.stream_id = b.box
            where b.poll = $1 and e.data ->> 'receipt' = $2 order by e.stream_id, e.version limit 100
            """);
        command.Parameters.AddWithValue(poll.Id);
        command.Parameters.AddWithValue(receipt);
        return await InTurn(command, reader => (reader.GetInt64(0), Payload(Cast(reader.GetString(1)))), stop);
    }

    public void Dispose() => places.Dispose();

    private async Task<List<(RecordPlace Place, RecordEntry Entry)>> Page(Poll poll, BoxHead box, RecordPlace place, int atOnce, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(poll.Rules.Secret
            ? "select id, choice from halls.opened_ballots where poll = $1 and id > $2 order by id limit $3"
            : $"select version, data from {HubStore.Schema}.mt_events where stream_id = $1 and version > $2 and version <= $4 order by version limit $3");
        command.CommandTimeout = 30;
        command.Parameters.AddWithValue(box.Box);
        command.Parameters.AddWithValue(poll.Rules.Secret ? place.Id : place.Height);
        command.Parameters.AddWithValue(atOnce);
        if (!poll.Rules.Secret) command.Parameters.AddWithValue(box.Height);
        return await InTurn(command, reader =>
        {
            var step = poll.Rules.Secret ? Secret(reader, place) : Open(reader, place);
            place = step.Place;
            return step;
        }, stop);
    }

    private static (RecordPlace Place, RecordEntry Entry) Open(NpgsqlDataReader row, RecordPlace before)
    {
        var (height, cast) = (row.GetInt64(0), Cast(row.GetString(1)));
        var payload = Payload(cast);
        // The link is what was stored when the ballot was cast, so a changed row no longer fits it.
        return (new RecordPlace(before.Box, height, cast.Link, Guid.Empty), new RecordEntry(height, before.Hash, Chain.BallotType, Chain.Hash(payload), payload, cast.Link));
    }

    private static (RecordPlace Place, RecordEntry Entry) Secret(NpgsqlDataReader row, RecordPlace before)
    {
        var (id, height) = (row.GetGuid(0), before.Height + 1);
        var payload = Chain.SecretPayload(id, row.GetFieldValue<int[]>(1));
        var payloadHash = Chain.Hash(payload);
        var hash = Chain.Link(height, before.Hash, Chain.SecretType, payloadHash);
        return (new RecordPlace(before.Box, height, hash, id), new RecordEntry(height, before.Hash, Chain.SecretType, payloadHash, payload, hash));
    }

    private async Task<List<T>> InTurn<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            var list = new List<T>();
            await using var connection = await database.Source.OpenConnectionAsync(stop);
            await using var moment = await connection.BeginTransactionAsync(stop);
            // A box that has just been opened is not in the planner's figures yet: it would sort all ballots anew for each page.
            await using var inOrder = new NpgsqlCommand("set local enable_bitmapscan = off", connection);
            await inOrder.ExecuteNonQueryAsync(stop);
            command.Connection = connection;
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) list.Add(read(reader));
            return list;
        }
        finally
        {
            places.Release();
        }
    }

    private static BallotCast Cast(string data) => JsonSerializer.Deserialize<BallotCast>(data, JsonSerializerOptions.Web)!;

    private static string Payload(BallotCast cast) => Chain.Payload(cast.Receipt, cast.Choice, cast.Was, cast.Seal);

    private static async Task<RecordWord[]> ShownWords(NpgsqlConnection connection, Guid poll, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select receipt, words, encode(salt, 'hex') from halls.words where poll = $1 and state = 1 order by receipt", connection);
        command.Parameters.AddWithValue(poll);
        var words = new List<RecordWord>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) words.Add(new RecordWord(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return [.. words];
    }
}
