using Gera.Hub.People.Grants;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Testing;

/// <summary>A person made for one test: an account with roles and a log-in of its own, known to nobody else.</summary>
internal sealed record Somebody(RunningHub Hub, Guid Id, Guid SignIn)
{
    private const string Password = "Kamille Dampfer Elster";

    // Costs a tenth of a second on purpose, so once.
    private static readonly Lazy<string> Hash = new(() => new Microsoft.AspNetCore.Identity.PasswordHasher<HubUser>().HashPassword(new HubUser(), Password));

    public Caller Caller => new(Id, SignIn);

    public string Mail => $"{Id:N}@gera.example";

    /// <param name="strong">Whether the log-in was with a passkey or second factor.</param>
    public static async Task<Somebody> In(RunningHub hub, Granted[]? roles = null, bool strong = true, bool resident = false, string name = "Ada Probst")
    {
        var now = TimeProvider.System.GetUtcNow();
        var (id, signIn) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await using var scope = hub.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        var mail = $"{id:N}@gera.example";
        people.Users.Add(new HubUser
        {
            Id = id,
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            DisplayName = name,
            EmailConfirmed = true,
            LockoutEnabled = true,
            CreatedAt = now,
            ResidentSince = resident ? now : null,
        });
        await people.SaveChangesAsync();
        people.SignIns.Add(new SignIn { Id = signIn, UserId = id, At = now, SeenAt = now, Strong = strong });
        people.Grants.AddRange((roles ?? []).Select(r => new Grant { Id = Guid.CreateVersion7(now), UserId = id, Role = r.Role, Scope = r.Scope, Reason = "Probe", At = now }));
        await people.SaveChangesAsync();
        return new Somebody(hub, id, signIn);
    }

    /// <summary>One who can log in at a browser: a password is enough, as for the demo people.</summary>
    public static async Task<Somebody> WithPassword(RunningHub hub, params Granted[] roles)
    {
        var somebody = await In(hub, roles);
        await hub.Tamper("update people.users set \"PasswordHash\" = $2, \"Demo\" = true where \"Id\" = $1", somebody.Id, Hash.Value);
        return somebody;
    }

    /// <summary>What is typed at the log-in.</summary>
    public (string Mail, string Password) Person => (Mail, Password);

    public static Task<Somebody> Administrator(RunningHub hub) => In(hub, [new(Role.Administrator, "")]);

    /// <summary>A block that runs for a day.</summary>
    public async Task<Guid> Blocked(Guid? by = null)
    {
        var block = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await Hub.Tamper("insert into people.blocks (\"Id\", \"UserId\", \"By\", \"Reason\", \"At\", \"Until\") values ($1, $2, $3, 'Probe', now(), now() + interval '1 day')", block, Id, by ?? Id);
        return block;
    }

    public async Task<TAnswer> Does<TWish, TAnswer>(TWish wish) where TWish : IWish<TAnswer> => (await Hub.Door.Send<TWish, TAnswer>(wish, Caller)).Value;

    /// <summary>The code of the refusal; null when it was granted.</summary>
    public async Task<string?> Asks<TWish>(TWish wish) where TWish : IWish<Done> => (await Hub.Door.Send<TWish, Done>(wish, Caller)).Refusal?.Code;

    /// <inheritdoc cref="Asks{TWish}(TWish)"/>
    public async Task<string?> Asks<TWish, TAnswer>(TWish wish) where TWish : IWish<TAnswer> => (await Hub.Door.Send<TWish, TAnswer>(wish, Caller)).Refusal?.Code;
}
