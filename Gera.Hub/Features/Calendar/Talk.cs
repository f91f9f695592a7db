using Gera.Hub.People;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

/// <summary>What author and editors say to each other about an event that is not out.</summary>
internal static class Talk
{
    public static Refusal? Check(string? words, bool required) => People.Text.Check(words, 1_000, ("Nachricht", "message"), required);

    public static void Say(Guid about, string? words, bool staff, Deed deed)
    {
        if (string.IsNullOrWhiteSpace(words)) return;
        deed.Session.QueueSqlCommand("insert into calendar.talk (id, event, person, staff, words, at) values (?, ?, ?::text::uuid, ?, ?, ?)",
            deed.NewId(), about, deed.Person.Id?.ToString()!, staff, People.Text.Clean(words), deed.Now);
    }

    public static async Task<string> Title(Guid about, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new NpgsqlCommand("select title from calendar.words where event = $1 and is_current", deed.Session.Connection);
        command.Parameters.AddWithValue(about);
        return (string)(await command.ExecuteScalarAsync(deed.Stop))!;
    }
}
