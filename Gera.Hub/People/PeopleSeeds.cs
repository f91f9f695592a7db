using System.Buffers.Text;
using System.Security.Cryptography;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People;

/// <summary>The demo people in demo mode only, with passwords made on this machine.</summary>
public sealed class PeopleSeeds(UserManager<HubUser> users, PeopleDb people, DemoTown town, TimeProvider clock) : ISeed
{
    /// <summary>Who keeps a shop in the demo town; the market gives the role, once there is a shop.</summary>
    public const string ShopMail = "laden@demo.gera.example";

    private static readonly (string Role, string Mail, string Name, Granted[] Granted)[] People =
    [
        ("admin", "admin@demo.gera.example", "Anke Verwaltung", [new(Role.Administrator, "")]),
        ("leader", "leitung@demo.gera.example", "Jonas Sommer", [new(Role.Leader, "wirtschaft"), new(Role.Leader, "stadt"), new(Role.Leader, "buerger")]),
        ("leader", "leitung2@demo.gera.example", "Mira Vogel", [new(Role.Leader, "bildung"), new(Role.Leader, "energie")]),
        ("press", "presse@demo.gera.example", "Tilda Kornmarkt", [new(Role.Press, "")]),
        ("moderator", "moderation@demo.gera.example", "Pavel Sorge", [new(Role.Moderator, "")]),
        ("desk", "vor-ort@demo.gera.example", "Rosa Heinrich", [new(Role.Desk, "")]),
        ("editor", "redaktion@demo.gera.example", "Emil Bieblach", [new(Role.Editor, "")]),
        ("researcher", "forschung@demo.gera.example", "Lena Campus", [new(Role.Researcher, "")]),
        ("shop", ShopMail, "Mara Wolfram", []),
        ("citizen", "buerger@demo.gera.example", "Elster-Ente", []),
        ("citizen", "buerger2@demo.gera.example", "Frau Linde", []),
    ];

    public async Task Sow(bool demo, CancellationToken stop)
    {
        if (!demo) return;
        foreach (var person in People)
            town.Welcome(person.Role, person.Mail, await Invite(person.Mail, person.Name, person.Granted));
    }

    /// <summary>A demo person keeps one password for the life of the demo, whichever process tells it.</summary>
    private async Task<string> Invite(string mail, string name, Granted[] granted)
    {
        if (await users.FindByEmailAsync(mail) is { } known && await users.GetAuthenticationTokenAsync(known, "demo", "password") is { } kept) return kept;
        // A letter first, so that no shell or spreadsheet takes the password for something else.
        var password = "g" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));
        var user = new HubUser { Id = Ids.At(clock.GetUtcNow()), Email = mail, UserName = mail, DisplayName = name, EmailConfirmed = true, LockoutEnabled = true, CreatedAt = clock.GetUtcNow(), Demo = true };
        Expect(await users.CreateAsync(user, password));
        people.Grants.AddRange(granted.Select(g => new Grant { Id = Ids.At(clock.GetUtcNow()), UserId = user.Id, Role = g.Role, Scope = g.Scope, Reason = "Demo", At = clock.GetUtcNow() }));
        await people.SaveChangesAsync();
        Expect(await users.SetAuthenticationTokenAsync(user, "demo", "password", password));
        return password;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"Demo people could not be made: {string.Join(' ', result.Errors.Select(e => e.Description))}");
    }
}
