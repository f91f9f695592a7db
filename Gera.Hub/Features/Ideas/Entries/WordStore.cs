using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Writes an idea's words beside its events, in the same transaction.</summary>
internal static class WordStore
{
    public static void Add(IDocumentSession session, Guid idea, int version, IdeaWords words, string? name, DateTimeOffset at)
    {
        if (version > 1) session.QueueSqlCommand("update ideas.words set is_current = false where idea = ? and is_current", idea);
        session.QueueSqlCommand(
            "insert into ideas.words (idea, version, is_current, title, summary, body, name, at) values (?, ?, true, ?, ?, ?, ?, ?)",
            idea, version, words.Title!, words.Summary!, words.Body!, name!, at);
    }

    /// <summary>Mends a slip in the current version.</summary>
    public static void Mend(IDocumentSession session, Guid idea, IdeaWords words) => session.QueueSqlCommand(
        "update ideas.words set title = ?, summary = ?, body = ? where idea = ? and is_current", words.Title!, words.Summary!, words.Body!, idea);

    /// <summary>The name goes, the words stay; or all of it goes.</summary>
    public static void Erase(IDocumentSession session, Guid idea, bool keepWords) => session.QueueSqlCommand(
        keepWords ? "update ideas.words set name = null where idea = ?" : "delete from ideas.words where idea = ?", idea);

    /// <summary>The name the author chose to be shown by; null where they chose none.</summary>
    public static async Task<string?> NameOf(Guid idea, Deed deed)
    {
        await using var look = new NpgsqlCommand("select name from ideas.words where idea = $1 and is_current", deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        return await look.ExecuteScalarAsync(deed.Stop) as string;
    }
}
