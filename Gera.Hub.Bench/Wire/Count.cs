using System.Text.Json;

namespace Gera.Hub.Bench.Wire;

/// <summary>A count as a screen got it, from <c>tally</c> or inside a <c>poll</c> snapshot. Votes are null while hidden.</summary>
internal sealed record Count(string Poll, int Version, long[]? Votes, int Voters, string? State)
{
    public static Count? FromInvocation(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        using var whole = JsonDocument.ParseValue(ref reader);
        var body = whole.RootElement.GetProperty("arguments");
        return whole.RootElement.GetProperty("target").GetString() switch
        {
            "tally" => FromTally(body[0]),
            "poll" => FromSnapshot(body[0]),
            _ => null,
        };
    }

    public static Count FromTally(JsonElement tally)
    {
        var votes = tally.GetProperty("votes");
        return new(tally.GetProperty("poll").GetString()!, Number(tally, "version"),
            votes.ValueKind == JsonValueKind.Array ? [.. votes.EnumerateArray().Select(v => v.GetInt64())] : null,
            Number(tally, "voters"), null);
    }

    public static Count FromSnapshot(JsonElement poll)
    {
        var votes = poll.GetProperty("options").EnumerateArray().Select(o => o.TryGetProperty("votes", out var v) ? v : default).ToArray();
        return new(poll.GetProperty("id").GetString()!, Number(poll, "version"),
            votes.All(v => v.ValueKind == JsonValueKind.Number) ? [.. votes.Select(v => v.GetInt64())] : null,
            Number(poll, "voters"), poll.GetProperty("state").GetString());
    }

    private static int Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : -1;
}

/// <summary>
/// The hub sends the same bytes to all: they are parsed once and recognised again by comparing bytes, which
/// makes a broadcast to 10,000 screens cost 10,000 comparisons instead of 10,000 parses. What differs in one
/// byte is parsed anew, so nothing is taken on trust.
/// </summary>
internal sealed class CountMemo
{
    private readonly (byte[] Bytes, Count? Count)[] recent = new (byte[], Count?)[8];
    private int next;

    public Count? Read(ReadOnlySpan<byte> message)
    {
        foreach (var (bytes, count) in recent)
            if (bytes is not null && message.SequenceEqual(bytes))
                return count;
        var fresh = Count.FromInvocation(message);
        recent[next++ % recent.Length] = (message.ToArray(), fresh);
        return fresh;
    }
}
