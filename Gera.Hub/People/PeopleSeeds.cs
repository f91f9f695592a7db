using System.Buffers.Text;
using System.Security.Cryptography;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People;

/// <summary>Roles always; the demo people in demo mode only, with passwords made on this machine.</summary>
public sealed class PeopleSeeds(UserManager<HubUser> users, RoleManager<IdentityRole<Guid>> roles, DemoTown town, TimeProvider clock) : ISeed
{
    private static readonly (string Role, string Mail, string Name, string[] Granted)[] People =
    [
        ("admin", "admin@demo.gera.example", "Anke Verwaltung", [Role.Administrator]),
        ("leader", "leitung@demo.gera.example", "Jonas Sommer", [Role.Leader]),
        ("leader", "leitung2@demo.gera.example", "Mira Vogel", [Role.Leader]),
        ("citizen", "buerger@demo.gera.example", "Elster-Ente", []),
        ("citizen", "buerger2@demo.gera.example", "Frau Linde", []),
    ];

    public async Task Sow(bool demo, CancellationToken stop)
    {
        foreach (var name in new[] { Role.Administrator, Role.Leader })
            if (!await roles.RoleExistsAsync(name))
                await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = Ids.At(clock.GetUtcNow()) });
        if (!demo) return;
        foreach (var person in People)
            town.Welcome(person.Role, person.Mail, await Invite(person.Mail, person.Name, person.Granted));
    }

    /// <summary>A demo person keeps one password for the life of the demo, whichever process tells it.</summary>
    private async Task<string> Invite(string mail, string name, string[] granted)
    {
        if (await users.FindByEmailAsync(mail) is { } known && await users.GetAuthenticationTokenAsync(known, "demo", "password") is { } kept) return kept;
        // A letter first, so that no shell or spreadsheet takes the password for something else.
        var password = "g" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));
        var user = new HubUser { Id = Ids.At(clock.GetUtcNow()), Email = mail, UserName = mail, DisplayName = name, EmailConfirmed = true, LockoutEnabled = true };
        Expect(await users.CreateAsync(user, password));
        foreach (var role in granted) Expect(await users.AddToRoleAsync(user, role));
        Expect(await users.SetAuthenticationTokenAsync(user, "demo", "password", password));
        return password;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"Demo people could not be made: {string.Join(' ', result.Errors.Select(e => e.Description))}");
    }
}
