using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>The hash chain of a box: each entry's hash covers its height, its parent, its type and the hash of its payload. SHA-256, lower-case hex, UTF-8.</summary>
public static class Chain
{
    public const string BallotType = "ballot";
    public const string SecretType = "secret-ballot";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The parent of a box's first entry: the hash of what was asked, so that an answer cannot be moved to another question.</summary>
    public static string Genesis(Guid poll, PollRules rules) => Hash(Definition(poll, rules));

    /// <summary>What was asked, as the text that <see cref="Genesis"/> hashes.</summary>
    public static string Definition(Guid poll, PollRules rules) => JsonSerializer.Serialize(new
    {
        poll,
        question = rules.Question,
        kind = JsonNamingPolicy.CamelCase.ConvertName(rules.Kind.ToString()),
        options = rules.Options,
        secret = rules.Secret,
        changeable = rules.Changeable,
        min = rules.Min,
        max = rules.Max,
        spread = rules.Spread,
    }, Plain);

    /// <summary>A ballot as it stands in the record.</summary>
    public static string Payload(string receipt, ReadOnlySpan<int> choice, int[]? was, string? seal)
    {
        var text = new StringBuilder(80).Append("{\"receipt\":\"").Append(receipt).Append("\",\"choice\":");
        Numbers(text, choice);
        if (was is not null) Numbers(text.Append(",\"was\":"), was);
        if (seal is not null) text.Append(",\"seal\":\"").Append(seal).Append('"');
        return text.Append('}').ToString();
    }

    /// <summary>A secret ballot as it stands in the record.</summary>
    public static string SecretPayload(Guid id, ReadOnlySpan<int> choice)
    {
        var text = new StringBuilder(80).Append("{\"id\":\"").Append(id).Append("\",\"choice\":");
        Numbers(text, choice);
        return text.Append('}').ToString();
    }

    public static string Link(long height, string parent, string type, string payloadHash) => Hash($"{height}|{parent}|{type}|{payloadHash}");

    /// <summary>The poll's head: the hash of the heads of its boxes, sorted; of the definition alone when there is no box.</summary>
    public static string Head(string genesis, IEnumerable<string> heads) =>
        Hash(string.Join('\n', heads.Order(StringComparer.Ordinal).DefaultIfEmpty(genesis)));

    public static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Numbers(StringBuilder text, ReadOnlySpan<int> numbers)
    {
        text.Append('[');
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(numbers[i]);
        }
        text.Append(']');
    }
}
