using System.Net;
using System.Text.RegularExpressions;
using Gera.Hub.People.Accounts.Factors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>Codes of an app beside the password, and the codes for the day the phone is gone.</summary>
public sealed class SecondFactorTests(HubFixture home)
{
    private static readonly FakeTimeProvider Time = new(TimeProvider.System.GetUtcNow());
    private static RunningHub? town;

    // Test vectors of RFC 6238, cut to six digits.
    [Theory, InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1234567890, "005924"), InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var key = System.Text.Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal(code, Totp.Code(key, DateTimeOffset.FromUnixTimeSeconds(seconds)));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(key));
        Assert.NotNull(Totp.Match(key, $" {code[..3]} {code[3..]}", DateTimeOffset.FromUnixTimeSeconds(seconds + 30)));
        Assert.Null(Totp.Match(key, code, DateTimeOffset.FromUnixTimeSeconds(seconds + 90)));
    }

    [Fact]
    public async Task After_the_password_the_app_is_asked_and_each_code_counts_once()
    {
        var (hub, clock) = await Town();
        using var ada = new Guest(hub);
        var mail = await ada.Settles("ada");
        var (key, codes) = await TurnsOn(ada, mail, clock);
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Length);
        Assert.DoesNotContain(codes[0], (await ada.Sees("/konto/sicherheit/codes")).Raw, StringComparison.Ordinal); // shown once

        using var phone = new Guest(hub);
        clock.Advance(TimeSpan.FromSeconds(90));
        var step = await phone.LogsIn(mail, Newcomer.Password);
        Assert.Equal(HttpStatusCode.OK, step.Status);
        Assert.Contains("Zweiter Schritt", step.Text, StringComparison.Ordinal);
        Assert.Equal("/anmelden?ziel=%2Fkonto", (await phone.Sees("/konto")).Location);
        var wrong = await phone.Sends(step, "faktor", ("Second.Code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var code = Totp.Code(key, clock.GetUtcNow());
        Assert.Equal("/konto", (await phone.Sends(wrong, "faktor", ("Second.Code", code))).Location);
        Assert.Contains("mit Passkey oder zweitem Faktor", (await phone.Sees("/konto/geraete")).Text, StringComparison.Ordinal);

        // Looked over the shoulder: the same code, and an older one, are worth nothing.
        using var thief = new Guest(hub);
        var again = await thief.LogsIn(mail, Newcomer.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Sends(again, "faktor", ("Second.Code", code))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Sends(again, "faktor", ("Second.Code", Totp.Code(key, clock.GetUtcNow().AddSeconds(-30))))).Status);

        Assert.Equal("/konto", (await thief.Sends(again, "faktor", ("Second.Code", codes[0].ToLowerInvariant()))).Location);
        using var other = new Guest(hub);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.Sends(await other.LogsIn(mail, Newcomer.Password), "faktor", ("Second.Code", codes[0]))).Status);
    }

    [Fact]
    public async Task Programs_send_the_code_with_the_password_and_every_failure_looks_the_same()
    {
        var (hub, clock) = await Town();
        using var bo = new Guest(hub);
        var mail = await bo.Settles("bo");
        var (key, codes) = await TurnsOn(bo, mail, clock);
        clock.Advance(TimeSpan.FromSeconds(90));
        using var program = Leader.Nobody(hub);
        var failed = new List<Reply>();
        foreach (var form in new object[] { new { email = mail, password = Newcomer.Password }, new { email = mail, password = Newcomer.Password, code = "000000" }, new { email = mail, password = "falsch", code = Totp.Code(key, clock.GetUtcNow()) }, new { email = "niemand@gera.example", password = "falsch" } })
            failed.Add(await program.Post("/api/account/login", form));
        Assert.All(failed, f => Assert.Equal((HttpStatusCode.Unauthorized, "log_in_failed"), (f.Status, f.Code)));
        Assert.Single(failed.Select(f => Regex.Replace(f.Raw, "\"traceId\":\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1))).Distinct());
        Assert.Equal(HttpStatusCode.OK, (await program.Post("/api/account/login", new { email = mail, password = Newcomer.Password, code = Totp.Code(key, clock.GetUtcNow()) })).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.Post("/api/account/login", new { email = mail, password = Newcomer.Password, code = codes[3] })).Status);
    }

    // Known bad: a counter that a right password sets back lets whoever stole it guess codes for ever.
    [Fact]
    public async Task Of_two_hundred_guessed_codes_at_once_exactly_five_are_looked_at()
    {
        var (hub, clock) = await Town();
        using var cem = new Guest(hub);
        var mail = await cem.Settles("cem");
        var (key, _) = await TurnsOn(cem, mail, clock);
        using var thief = new Guest(hub);
        var step = await thief.LogsIn(mail, Newcomer.Password);
        Assert.Equal(0, await hub.Ask<int>("select \"AccessFailedCount\" from people.users where \"Email\" = $1", mail));
        var guesses = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => thief.Sends(step, "faktor", ("Second.Code", $"{n:D6}"))));
        Assert.All(guesses, g => Assert.Equal(HttpStatusCode.BadRequest, g.Status));
        Assert.Equal(LogIn.Guesses, await hub.Ask<int>("select \"AccessFailedCount\" from people.users where \"Email\" = $1", mail));
        // The right code and the right password are worth nothing until the account has rested.
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Sends(step, "faktor", ("Second.Code", Totp.Code(key, clock.GetUtcNow())))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.LogsIn(mail, Newcomer.Password)).Status);
        clock.Advance(LogIn.Rest);
        using var owner = new Guest(hub);
        Assert.Equal("/konto", (await owner.Sends(await owner.LogsIn(mail, Newcomer.Password), "faktor", ("Second.Code", Totp.Code(key, clock.GetUtcNow())))).Location);
    }

    [Fact]
    public async Task Knowing_the_password_does_not_buy_more_guesses()
    {
        var (hub, clock) = await Town();
        using var dora = new Guest(hub);
        var mail = await dora.Settles("dora");
        await TurnsOn(dora, mail, clock);
        using var thief = new Guest(hub);
        var looked = 0;
        for (var n = 0; n < 8; n++)
        {
            var step = await thief.LogsIn(mail, Newcomer.Password);
            if (step.Status != HttpStatusCode.OK) break;
            await thief.Sends(step, "faktor", ("Second.Code", $"{n:D6}"));
            looked++;
        }
        Assert.Equal(LogIn.Guesses, looked);
    }

    [Fact]
    public async Task Of_fifty_with_the_same_right_code_at_once_one_is_let_in()
    {
        var (hub, clock) = await Town();
        using var emil = new Guest(hub);
        var mail = await emil.Settles("emil");
        var (key, codes) = await TurnsOn(emil, mail, clock);
        clock.Advance(TimeSpan.FromSeconds(90));
        var user = await hub.Ask<Guid>("select \"Id\" from people.users where \"Email\" = $1", mail);
        foreach (var code in new[] { Totp.Code(key, clock.GetUtcNow()), codes[0] })
        {
            var accepted = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
            {
                await using var scope = hub.Services.CreateAsyncScope();
                return await ((SecondFactor)scope.ServiceProvider.GetService(typeof(SecondFactor))!).Accepts(new HubUser { Id = user }, code, TestContext.Current.CancellationToken);
            }));
            Assert.Single(accepted, a => a);
        }
    }

    [Fact]
    public async Task A_new_password_ends_a_log_in_that_stands_between_the_steps()
    {
        var (hub, clock) = await Town();
        using var fee = new Guest(hub);
        using var thief = new Guest(hub);
        var mail = await fee.Settles("fee");
        var (key, _) = await TurnsOn(fee, mail, clock);
        clock.Advance(TimeSpan.FromSeconds(90));
        var step = await thief.LogsIn(mail, Newcomer.Password);
        Assert.Equal("/konto/sicherheit?ok=passwort", (await fee.Sends("/konto/sicherheit", "passwort", ("Password.Password", "Ganz andere Wörter hier"))).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Sends(step, "faktor", ("Second.Code", Totp.Code(key, clock.GetUtcNow())))).Status);
    }

    [Fact]
    public async Task A_staff_role_counts_with_the_second_factor_only_and_at_once()
    {
        var (hub, clock) = await Town();
        using var gil = new Guest(hub);
        var mail = await gil.Settles("gil");
        var user = await hub.Ask<Guid>("select \"Id\" from people.users where \"Email\" = $1", mail);
        await hub.Tamper("insert into people.grants (\"Id\", \"UserId\", \"Role\", \"Scope\", \"Reason\", \"At\") values ($1, $1, 'administrator', '', 'Probe', now())", user);
        await gil.LogsIn(mail, Newcomer.Password);
        Assert.Contains("Anmeldung mit Passkey oder zweitem Faktor", (await gil.Sees("/konto")).Text, StringComparison.Ordinal);
        Assert.True(await Counts() is { NeedsSecondFactor: true, Grants.Count: 0 });
        await TurnsOn(gil, mail, clock, isIn: true);
        Assert.True(await Counts() is { NeedsSecondFactor: false, Grants: [{ Role: "administrator" }] });
        Assert.DoesNotContain("Anmeldung mit Passkey oder zweitem Faktor", (await gil.Sees("/konto")).Text, StringComparison.Ordinal);

        // A log-in with the password alone can neither be staff nor take the second factor away.
        await hub.Tamper("update people.sign_ins set \"Strong\" = false where \"UserId\" = $1", user);
        Assert.True(await Counts() is { NeedsSecondFactor: true });
        Assert.Equal(HttpStatusCode.Forbidden, (await gil.Sends("/konto/sicherheit", "aus")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await gil.Sends("/konto/sicherheit/codes", "codes")).Status);

        async Task<Person> Counts()
        {
            var signIn = await hub.Ask<Guid>("select \"Id\" from people.sign_ins where \"UserId\" = $1 order by \"At\" desc limit 1", user);
            return await ((Register)hub.Services.GetService(typeof(Register))!).Who(new Caller(user, signIn), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_second_factor_is_turned_off_and_its_codes_with_it()
    {
        var (hub, clock) = await Town();
        using var hanna = new Guest(hub);
        var mail = await hanna.Settles("hanna");
        await TurnsOn(hanna, mail, clock);
        var renewed = await hanna.Sends("/konto/sicherheit/codes", "codes");
        Assert.Equal(SecondFactor.RecoveryCodes, renewed.Page.QuerySelectorAll(".recovery li").Length);
        Assert.Equal("/konto/sicherheit?ok=aus", (await hanna.Sends("/konto/sicherheit", "aus")).Location);
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.codes c join people.users u on u.\"Id\" = c.\"UserId\" where u.\"Email\" = $1", mail));
        using var phone = new Guest(hub);
        Assert.Equal("/konto", (await phone.LogsIn(mail, Newcomer.Password)).Location);
    }

    /// <summary>One hub for all tests of this class, which come one after the other, so that its clock is theirs.</summary>
    private async Task<(RunningHub Hub, FakeTimeProvider Clock)> Town() => (town ??= await home.Own(Time), Time);

    /// <summary>Logs in and sets the second factor up, as somebody who types the key into an app.</summary>
    private static async Task<(byte[] Key, string[] Codes)> TurnsOn(Guest guest, string mail, FakeTimeProvider clock, bool isIn = false)
    {
        if (!isIn) await guest.LogsIn(mail, Newcomer.Password);
        var page = await guest.Sees("/konto/sicherheit/zweiter-faktor");
        var key = FromBase32(page.Page.QuerySelector(".digest")!.TextContent);
        Assert.NotNull((await guest.Sends(page, "faktor", ("Form.Code", "000000"))).Page.QuerySelector("#code-error"));
        var done = await guest.Sends(page, "faktor", ("Form.Code", Totp.Code(key, clock.GetUtcNow())));
        return (key, [.. done.Page.QuerySelectorAll(".recovery li").Select(li => li.TextContent.Trim())]);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(n => Convert.ToByte(bits.Substring(n * 8, 8), 2))];
    }
}
