using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People;

/// <summary>Reads who a caller is at this moment: log-out, a lost role, a block or a disabled account count from the next command on.</summary>
public sealed class Register(HubDatabase database, DemoMode demo, TimeProvider clock)
{
    private const string Sql = """
        select array(select g."Role" || '|' || g."Scope" from people.grants g where g."UserId" = u."Id" and g."EndedAt" is null),
               s."Strong", u."Demo", u."ResidentSince" is not null,
               exists (select from people.blocks b where b."UserId" = u."Id" and b."LiftedAt" is null and (b."Until" is null or b."Until" > $3)),
               s."At"
        from people.sign_ins s
        join people.users u on u."Id" = s."UserId" and not u."Disabled"
        where s."Id" = $1 and s."UserId" = $2
        """;

    /// <summary>The person behind the caller, or nobody when the log-in has ended.</summary>
    public async Task<Person> Who(Caller caller, CancellationToken stop)
    {
        if (ReferenceEquals(caller, Caller.Clock)) return Person.Clock;
        if (caller is not { User: { } user, SignIn: { } signIn }) return Person.Nobody;

        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = signIn });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = user });
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return Person.Nobody;
        var grants = (await reader.GetFieldValueAsync<string[]>(0, stop)).Select(g => g.Split('|')).Select(g => new Granted(g[0], g[1])).ToArray();
        var isTrusted = reader.GetBoolean(1) || (reader.GetBoolean(2) && demo.IsOn);
        var counting = isTrusted ? grants : [.. grants.Where(g => !Role.Staff.Contains(g.Role))];
        return new Person(user, counting)
        {
            NeedsSecondFactor = counting.Length < grants.Length,
            IsResident = reader.GetBoolean(3),
            IsBlocked = reader.GetBoolean(4),
            LogIn = new LogInFacts(signIn, await reader.GetFieldValueAsync<DateTimeOffset>(5, stop), reader.GetBoolean(1)),
        };
    }
}
