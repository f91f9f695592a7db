using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>One entry of a box's chain.</summary>
/// <param name="Height">From one.</param>
/// <param name="Parent">Hash of the entry before; of the definition for the first.</param>
/// <param name="Type">ballot or secret-ballot.</param>
/// <param name="PayloadHash">SHA-256 of <paramref name="Payload"/> in UTF-8, hex.</param>
/// <param name="Hash">SHA-256 of <c>height|parent|type|payloadHash</c>.</param>
public sealed record RecordEntry(long Height, string Parent, string Type, string PayloadHash, string Payload, string Hash);

/// <summary>One box: its chain from the definition to its head.</summary>
public sealed record RecordBox(string Box, long Height, string Head, RecordEntry[] Entries);

/// <summary>A word that may be seen, so that its seal in the chain can be checked: SHA-256 of salt (hex) and text.</summary>
public sealed record RecordWord(string Receipt, string Text, string Salt);

/// <summary>Everything needed to count a poll again.</summary>
/// <param name="Definition">What was asked, as the exact text whose hash is the parent of each box's first entry.</param>
/// <param name="Head">SHA-256 of the boxes' heads, sorted and joined by line feeds (of the definition's hash alone when there is no box).</param>
/// <param name="SealedHead">The head the hub wrote down when the poll closed; null while it is open.</param>
/// <param name="Votes">What the hub counted; null when there were too few.</param>
public sealed record PublicRecord(string Poll, string Definition, string Genesis, RecordBox[] Boxes, string Head, string? SealedHead, long[]? Votes, int Voters, string? ListHash, RecordWord[] Words);

/// <summary>Reads the public record from the store, entry by entry, as it is: what was tampered with shows.</summary>
public sealed class RecordReader(HubDatabase database, LiveBoard board)
{
    /// <summary>Whether everyone may read the record now.</summary>
    public static bool IsPublic(Poll poll) => poll is { State: PollState.Closed or PollState.Annulled, Hidden: false } || poll is { State: PollState.Open, Rules.Secret: false, Shows: true };

    public async Task<PublicRecord> Read(Poll poll, CancellationToken stop)
    {
        var definition = Chain.Definition(poll.Id, poll.Rules);
        var genesis = Chain.Hash(definition);
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        // One moment for entries and count: while a poll is open, a vote between the two would look like a forgery.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var boxes = poll.Rules.Secret ? await Secret(connection, poll, genesis, stop) : await Open(connection, poll, genesis, stop);
        var words = poll.Rules.Kind == PollKind.Text ? await ShownWords(connection, poll.Id, stop) : [];
        var count = poll.State == PollState.Open ? await Facts.Marks(connection, poll.Id, poll.Rules, stop) : await board.Count(poll);
        return new PublicRecord(poll.Id.ToString(), definition, genesis, boxes, Chain.Head(genesis, boxes.Select(b => b.Head)), poll.Head,
            poll.Result?.TooFew == true ? null : count.Cells[..poll.Rules.Options.Length], PollSnapshot.IsHiddenCrowd(poll, count) ? 0 : count.Voters, poll.Box?.ListHash, words);
    }

    private static async Task<RecordBox[]> Open(NpgsqlConnection connection, Poll poll, string genesis, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand($"""
            select e.stream_id, e.version, e.data from halls.boxes b join {HubStore.Schema}.mt_events e on e.stream_id = b.box
            where b.poll = $1 order by e.stream_id, e.version
            """, connection) { CommandTimeout = 60 };
        command.Parameters.AddWithValue(poll.Id);
        var boxes = new List<(Guid Id, List<RecordEntry> Entries)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var id = reader.GetGuid(0);
            if (boxes.Count == 0 || boxes[^1].Id != id) boxes.Add((id, []));
            var cast = System.Text.Json.JsonSerializer.Deserialize<BallotCast>(reader.GetString(2), System.Text.Json.JsonSerializerOptions.Web)!;
            var (entries, payload) = (boxes[^1].Entries, Chain.Payload(cast.Receipt, cast.Choice, cast.Was, cast.Seal));
            // The link is what was stored when the ballot was cast, so a changed row no longer fits it.
            entries.Add(new RecordEntry(reader.GetInt64(1), entries.Count == 0 ? genesis : entries[^1].Hash, Chain.BallotType, Chain.Hash(payload), payload, cast.Link));
        }
        return [.. boxes.Select(b => new RecordBox(b.Id.ToString(), b.Entries[^1].Height, b.Entries[^1].Hash, [.. b.Entries]))];
    }

    private static async Task<RecordBox[]> Secret(NpgsqlConnection connection, Poll poll, string genesis, CancellationToken stop)
    {
        var entries = new List<RecordEntry>();
        foreach (var (id, choice) in await SecretBox.Read(connection, poll.Id, stop))
        {
            var (parent, payload, height) = (entries.Count == 0 ? genesis : entries[^1].Hash, Chain.SecretPayload(id, choice), entries.Count + 1);
            var payloadHash = Chain.Hash(payload);
            entries.Add(new RecordEntry(height, parent, Chain.SecretType, payloadHash, payload, Chain.Link(height, parent, Chain.SecretType, payloadHash)));
        }
        return entries.Count == 0 ? [] : [new RecordBox(poll.Id.ToString(), entries.Count, entries[^1].Hash, [.. entries])];
    }

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
