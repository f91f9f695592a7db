using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People;

/// <summary>Reads who a caller is at this moment: log-out, a lost role or a disabled account count from the next command on.</summary>
public sealed class Register(HubDatabase database)
{
    private const string Sql = """
        select array_agg(r."Name") filter (where r."Name" is not null)
        from people.sign_ins s
        join people.users u on u."Id" = s."UserId" and not u."Disabled"
        left join people.user_roles ur on ur."UserId" = u."Id"
        left join people.roles r on r."Id" = ur."RoleId"
        where s."Id" = $1 and s."UserId" = $2
        group by u."Id"
        """;

    /// <summary>The person behind the caller, or nobody when the log-in has ended.</summary>
    public async Task<Person> Who(Caller caller, CancellationToken stop)
    {
        if (ReferenceEquals(caller, Caller.Clock)) return Person.Clock;
        if (caller is not { User: { } user, SignIn: { } signIn }) return Person.Nobody;

        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = signIn });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = user });
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return Person.Nobody;
        var roles = await reader.IsDBNullAsync(0, stop) ? [] : await reader.GetFieldValueAsync<string[]>(0, stop);
        return new Person(user, roles.ToHashSet());
    }
}
