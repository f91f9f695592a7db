using System.Net;
using Xunit;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>Fields a form does not have are ignored, however they are called.</summary>
public sealed class OverPostingTests(HubFixture home)
{
    // Known bad: binding a form to HubUser itself.
    [Fact]
    public async Task Nobody_writes_more_of_an_account_than_the_form_shows()
    {
        var hub = await home.Hub();
        var victim = await Somebody.In(hub, name: "Unbeteiligt");
        var before = await Account(hub, victim.Mail);
        using var eve = new Guest(hub);
        var mail = Newcomer.Mail("eve");
        await eve.Sends("/registrieren", "registrieren", [.. Extra("Form", victim), ("Form.Mail", mail), ("Form.Name", "Eve"), ("Form.Password", Newcomer.Password), ("Form.Rules", "true")]);
        await eve.Sends("/konto/bestaetigen/" + await Newcomer.Code(hub, "confirm", mail), "bestaetigen", Extra("Form", victim));
        await eve.Sends("/anmelden?ziel=/konto", "anmelden", [.. Extra("Form", victim), ("Form.Mail", mail), ("Form.Password", Newcomer.Password)]);
        var made = await Account(hub, mail);
        Assert.Contains($"{mail}|Eve|de|False|False|False|False|0||1", made, StringComparison.Ordinal);

        Assert.Equal("/konto?ok=profil", (await eve.Sends("/konto", "profil", [.. Extra("Profile", victim), ("Profile.Name", "Eve A."), ("Profile.Language", "de")])).Location);
        await eve.Sends("/konto/sicherheit", "passwort", [.. Extra("Form", victim), .. Extra("Password", victim)]);
        await eve.Sends("/konto/benachrichtigungen", "hinweise", [.. Extra("Form", victim), ("Person", victim.Id.ToString())]);
        Assert.Equal(made.Replace("|Eve|", "|Eve A.|", StringComparison.Ordinal), await Account(hub, mail));
        Assert.Equal(before, await Account(hub, victim.Mail));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.notice_rules where \"UserId\" = $1", victim.Id));
    }

    // Known bad: a leader, an id or a state in the body of the request that is taken at its word.
    [Fact]
    public async Task A_program_sets_nothing_but_what_the_contract_names()
    {
        var hub = await home.Hub();
        var victim = await Somebody.In(hub);
        var jonas = await home.Jonas();
        var made = await jonas.Post("/api/live/sessions", new { title = "Probe", access = "anyone", id = victim.Id, leader = victim.Id, by = victim.Id, person = victim.Id, code = "AAAAAA", state = "ended", isOver = true });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal((jonas.Caller.User!.Value, false), (await hub.Ask<Guid>("select (data ->> 'leader')::uuid from hub.mt_doc_hall where id = $1", made["id"].GetGuid()), made["id"].GetGuid() == victim.Id));
        Assert.NotEqual("AAAAAA", made["code"].GetString());
        using var stranger = Leader.Nobody(hub);
        var entered = await stranger.Post("/api/account/login", new { email = victim.Mail, password = "falsch", user = victim.Id, isAdmin = true, strong = true });
        Assert.Equal(HttpStatusCode.Unauthorized, entered.Status);
        var poll = await jonas.Post($"/api/live/sessions/{made["code"].GetString()}/polls", new { question = "Welche?", kind = "single", options = new[] { "A", "B" }, state = "closed", votes = new[] { 9, 9 }, id = victim.Id });
        Assert.Equal((HttpStatusCode.Created, false), (poll.Status, poll["id"].GetGuid() == victim.Id));
        Assert.Equal("prepared", (await jonas.Get($"/api/live/polls/{poll["id"].GetString()}")) is { Status: HttpStatusCode.OK } seen ? seen["state"].GetString() : "prepared");
    }

    /// <summary>What somebody would try, under the form's name and bare.</summary>
    private static (string, string)[] Extra(string form, Somebody victim) =>
    [
        .. new[]
        {
            ("Id", victim.Id.ToString()), ("UserId", victim.Id.ToString()), ("Person", victim.Id.ToString()), ("Email", victim.Mail), ("UserName", victim.Mail), ("EmailConfirmed", "true"), ("PasswordHash", "x"),
            ("Role", Role.Administrator), ("Roles", Role.Administrator), ("Roles[0]", Role.Administrator), ("Grants[0].Role", Role.Administrator), ("IsResident", "true"), ("ResidentSince", "2026-01-01"), ("Demo", "true"),
            ("Disabled", "true"), ("TwoFactorEnabled", "true"), ("LockoutEnd", "2030-01-01"), ("AccessFailedCount", "9"), ("CreatedAt", "2020-01-01"), ("Strong", "true"),
        }.SelectMany(field => new[] { ($"{form}.{field.Item1}", field.Item2), (field.Item1, field.Item2) }),
    ];

    private static async Task<string> Account(RunningHub hub, string mail) => await hub.Ask<string>("""
        select concat_ws('|', u."Id", u."Email", u."DisplayName", u."Language", initcap(u."Demo"::text), initcap(u."Disabled"::text), initcap(u."TwoFactorEnabled"::text), initcap((u."ResidentSince" is not null)::text), u."AccessFailedCount",
            (select coalesce(string_agg(g."Role", ','), '') from people.grants g where g."UserId" = u."Id"), (select count(*) from people.users x where x."Email" = u."Email")) from people.users u where u."Email" = $1
        """, mail);
}
