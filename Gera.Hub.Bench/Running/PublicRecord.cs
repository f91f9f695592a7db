using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gera.Hub.Bench.Running;

/// <summary>Counts a poll's public record as a stranger would: link by link, and with nothing of the hub's own code.</summary>
internal static class PublicRecord
{
    /// <exception cref="InvalidOperationException">A link of the chain does not hold.</exception>
    public static long[] Votes(JsonElement record, int options)
    {
        var votes = new long[options];
        foreach (var box in record.GetProperty("boxes").EnumerateArray())
        {
            var parent = record.GetProperty("genesis").GetString()!;
            foreach (var entry in box.GetProperty("entries").EnumerateArray())
            {
                parent = Follow(entry, parent);
                using var payload = JsonDocument.Parse(entry.GetProperty("payload").GetString()!);
                votes[payload.RootElement.GetProperty("choice")[0].GetInt32() - 1]++;
                if (payload.RootElement.TryGetProperty("was", out var was)) // a changed vote takes back what it was
                    votes[was[0].GetInt32() - 1]--;
            }
        }
        return votes;
    }

    private static string Follow(JsonElement entry, string parent)
    {
        string Word(string name) => entry.GetProperty(name).GetString()!;
        var (height, payloadHash) = (entry.GetProperty("height").GetInt64(), Hash(Word("payload")));
        var hash = Hash($"{height}|{parent}|{Word("type")}|{payloadHash}");
        return Word("parent") == parent && Word("payloadHash") == payloadHash && Word("hash") == hash ? hash
            : throw new InvalidOperationException($"The record's chain breaks at height {height}.");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
