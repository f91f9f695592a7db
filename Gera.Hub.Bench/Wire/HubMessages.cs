using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Gera.Hub.Bench.Wire;

/// <summary>What Vote answered. <see cref="Version"/> is -1 where the hub keeps it to itself.</summary>
internal readonly record struct VoteAnswer(string Status, string? Code, int Version, double RetryAfter);

/// <summary>SignalR's JSON protocol, the few messages a voter sends and gets.</summary>
internal static class HubMessages
{
    public static ReadOnlySpan<byte> Handshake => "{\"protocol\":\"json\",\"version\":1}\u001e"u8;
    public static ReadOnlySpan<byte> Ping => "{\"type\":6}\u001e"u8;

    public static ReadOnlySpan<byte> Join(Span<byte> into, string code, string? seat)
    {
        // A seat is a signed token of URL-safe letters; it is quoted here as it came.
        var written = 0;
        if (seat is null)
            Utf8.TryWrite(into, CultureInfo.InvariantCulture, $"{{\"type\":1,\"invocationId\":\"j\",\"target\":\"Join\",\"arguments\":[\"{code}\",null]}}\u001e", out written);
        else
            Utf8.TryWrite(into, CultureInfo.InvariantCulture, $"{{\"type\":1,\"invocationId\":\"j\",\"target\":\"Join\",\"arguments\":[\"{code}\",\"{seat}\"]}}\u001e", out written);
        return into[..written];
    }

    public static ReadOnlySpan<byte> Vote(Span<byte> into, string poll, int choice, ulong keyHigh, ulong keyLow)
    {
        Utf8.TryWrite(into, CultureInfo.InvariantCulture, $"{{\"type\":1,\"invocationId\":\"v\",\"target\":\"Vote\",\"arguments\":[{{\"poll\":\"{poll}\",\"choices\":[{choice}],\"key\":\"{keyHigh:x16}{keyLow:x16}\"}}]}}\u001e", out var written);
        return into[..written];
    }

    public static bool IsInvocation(ReadOnlySpan<byte> message) => message.StartsWith("{\"type\":1,"u8);
    public static bool IsCompletion(ReadOnlySpan<byte> message) => message.StartsWith("{\"type\":3,"u8);
    public static bool IsClose(ReadOnlySpan<byte> message) => message.StartsWith("{\"type\":7"u8);
    public static bool IsHandshakeAnswer(ReadOnlySpan<byte> message) => message.SequenceEqual("{}"u8);

    /// <summary>The answer to Join starts every life, so it is read whole. Null: the hub answered with an error.</summary>
    public static (string Seat, Count? Count)? ReadJoined(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        using var whole = JsonDocument.ParseValue(ref reader);
        if (!whole.RootElement.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Object)
            return null;
        var poll = result.GetProperty("poll");
        return (result.GetProperty("seat").GetString()!, poll.ValueKind == JsonValueKind.Object ? Count.FromSnapshot(poll) : null);
    }

    /// <summary>Reads the answer to Vote wherever its fields stand; an error of the hub becomes the status <c>error</c>.</summary>
    public static VoteAnswer ReadVoted(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        (string status, string? code, int version, double after) = ("error", null, -1, 0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("status"u8) && reader.Read())
                status = Known(ref reader);
            else if (reader.ValueTextEquals("code"u8) && reader.Read())
                code = reader.GetString();
            else if (reader.ValueTextEquals("error"u8) && reader.Read())
                code = reader.GetString();
            else if (reader.ValueTextEquals("version"u8) && reader.Read())
                version = reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : -1;
            else if (reader.ValueTextEquals("retryAfter"u8) && reader.Read())
                after = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0;
        }
        return new(status, code, version, after);
    }

    /// <summary>Spares a string per answer.</summary>
    private static string Known(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("counted"u8) ? "counted"
        : reader.ValueTextEquals("busy"u8) ? "busy"
        : reader.GetString() ?? "error";
}
