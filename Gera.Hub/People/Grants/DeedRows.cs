using System.Globalization;
using Npgsql;

namespace Gera.Hub.People.Grants;

/// <summary>Rows of people's tables inside a verb: read and locked in the deed's own transaction, written when the door saves.</summary>
internal static class DeedRows
{
    /// <summary>Any number nobody else locks.</summary>
    private const long Administrators = 0x4765726141646D69;

    /// <summary>One value, or null when there is no row. Rows it locks stay locked until the deed is over.</summary>
    public static async Task<T?> Find<T>(this Deed deed, string sql, params object[] values)
    {
        await using var command = await deed.Command(sql, values);
        return await command.ExecuteScalarAsync(deed.Stop) is T found ? found : default;
    }

    /// <summary>One row's values, or null.</summary>
    public static async Task<object?[]?> Row(this Deed deed, string sql, params object[] values)
    {
        await using var command = await deed.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(deed.Stop);
        if (!await reader.ReadAsync(deed.Stop)) return null;
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++) row[i] = await reader.IsDBNullAsync(i, deed.Stop) ? null : reader.GetValue(i);
        return row;
    }

    /// <summary>Writes when the door saves.</summary>
    public static void Write(this Deed deed, string sql, params object[] values) => deed.Session.QueueSqlCommand(sql, values);

    /// <summary>An account, as far as the door is concerned; null when there is none.</summary>
    public static async Task<Scope?> OfPerson(this Deed deed, Guid person) =>
        await deed.Find<bool?>("select true from people.users where \"Id\" = $1", person) is null ? null : new Scope(Owner: person) { About = person.ToString() };

    /// <summary>Whether someone else would still be an administrator. Whoever asks waits for whoever asked before, so that two cannot remove each other.</summary>
    public static async Task<bool> AnotherAdministrator(this Deed deed, Guid than)
    {
        await deed.Find<object>($"select pg_advisory_xact_lock({Administrators.ToString(CultureInfo.InvariantCulture)})");
        return await deed.Find<bool>($"""
            select exists (select from people.grants g join people.users u on u."Id" = g."UserId" and not u."Disabled"
                where g."Role" = '{Role.Administrator}' and g."EndedAt" is null and g."UserId" <> $1
                and not exists (select from people.blocks b where b."UserId" = u."Id" and b."LiftedAt" is null and (b."Until" is null or b."Until" > $2)))
            """, than, deed.Now);
    }

    /// <summary>Whether the account holds the role now.</summary>
    public static Task<bool> Holds(this Deed deed, Guid person, string role) =>
        deed.Find<bool>("select exists (select from people.grants where \"UserId\" = $1 and \"Role\" = $2 and \"EndedAt\" is null)", person, role);

    private static async Task<NpgsqlCommand> Command(this Deed deed, string sql, object[] values)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var command = new NpgsqlCommand(sql, deed.Session.Connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return command;
    }
}
