using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>A word somebody wrote, as the leader sees it before it shows.</summary>
/// <param name="State">See <see cref="Words"/>: 0 waiting, 1 shown, 2 taken down.</param>
public sealed record ModeratedWord(string Receipt, string Text, short State);

/// <summary>Reads the words of text polls.</summary>
public sealed class WordCloud(HubDatabase database)
{
    /// <summary>Most words of a cloud; the others would not be readable from the last row.</summary>
    private const int Most = 60;

    /// <summary>Words that may be seen, the most frequent first; upper and lower case are one.</summary>
    public async Task<WordSnapshot[]> Of(Guid poll)
    {
        await using var command = database.Source.CreateCommand(
            "select min(words), count(*)::int from halls.words where poll = $1 and state = 1 group by lower(words) order by 2 desc, 1 limit $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        command.Parameters.AddWithValue(Most);
        var words = new List<WordSnapshot>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) words.Add(new WordSnapshot(reader.GetString(0), reader.GetInt32(1)));
        return [.. words];
    }

    /// <summary>What waits for the leader, and a page of what was decided; waiting ones first.</summary>
    /// <param name="most">1–500.</param>
    public async Task<IReadOnlyList<ModeratedWord>> ForLeader(Guid poll, int most = 200)
    {
        await using var command = database.Source.CreateCommand("select receipt, words, state from halls.words where poll = $1 order by state, lower(words), receipt limit $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = poll });
        command.Parameters.AddWithValue(most);
        var words = new List<ModeratedWord>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) words.Add(new ModeratedWord(reader.GetString(0), reader.GetString(1), reader.GetInt16(2)));
        return words;
    }
}
