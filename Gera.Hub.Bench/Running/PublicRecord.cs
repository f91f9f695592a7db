using System.Text.Json;

namespace Gera.Hub.Bench.Running;

/// <summary>Counts a poll's public record as a stranger would: the last choice of every voter, or every ballot of an opened box.</summary>
internal static class PublicRecord
{
    public static long[] Votes(JsonElement record, int options)
    {
        var last = new Dictionary<string, int>();
        foreach (var (who, choice) in Ballots(record))
            last[who ?? $"ballot {last.Count}"] = choice;
        var votes = new long[options];
        foreach (var choice in last.Values)
            votes[choice - 1]++;
        return votes;
    }

    /// <summary>Wherever they stand in the document: objects with <c>choices</c> (and <c>voter</c>, where the poll is open).</summary>
    private static IEnumerable<(string? Who, int Choice)> Ballots(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(Ballots);
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        if (element.TryGetProperty("choices", out var choices) && choices is { ValueKind: JsonValueKind.Array } && choices.GetArrayLength() > 0)
            return [(element.TryGetProperty("voter", out var voter) ? voter.ToString() : null, choices[0].GetInt32())];
        return element.EnumerateObject().SelectMany(property => Ballots(property.Value));
    }
}
