using System.Net;
using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Grants;
using Gera.Hub.Tests.People.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Grants;

/// <summary>Phone and recovery codes are gone: an administrator opens the way back, and everybody can see that it was done.</summary>
public sealed class ResetFactorTests(HubFixture home)
{
    [Fact]
    public async Task What_was_lost_goes_with_all_log_ins_and_the_person_is_told()
    {
        var hub = await home.Hub();
        var (anke, jonas) = (await Somebody.Administrator(hub), await Somebody.In(hub, [new(Role.Leader, "stadt"), new(Role.Press, "")]));
        Assert.Equal("no_second_factor", await anke.Asks(new ResetSecondFactor(jonas.Id, "Ausweis am Schalter gezeigt")));
        await HasFactor(hub, jonas);
        var stamp = await Stamp(hub, jonas);
        Assert.Equal("text_missing", await anke.Asks(new ResetSecondFactor(jonas.Id, " ")));
        Assert.Equal("not_allowed", await jonas.Asks(new ResetSecondFactor(anke.Id, "Probe")));
        Assert.Equal(1, await Traces(hub, jonas, "sign_ins"));
        Assert.Null(await anke.Asks(new ResetSecondFactor(jonas.Id, "Ausweis am Schalter gezeigt")));

        foreach (var table in new[] { "user_tokens", "codes", "sign_ins" }) Assert.Equal((table, 0), (table, await Traces(hub, jonas, table)));
        Assert.False(await hub.Ask<bool>("select \"TwoFactorEnabled\" from people.users where \"Id\" = $1", jonas.Id));
        Assert.NotEqual(stamp, await Stamp(hub, jonas));
        Assert.Equal("log_in_first", await jonas.Asks<StartSession, SessionStarted>(new("Probe", Access.Anyone, "stadt")));
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.staff_deeds where \"By\" = $1 and \"Verb\" = 'ResetSecondFactor' and \"About\" = $2", anke.Id, jonas.Id.ToString()));
        Assert.Equal(1, await Newcomer.Mails(hub, "factor-reset", jonas.Mail));
        await Eventually.Holds(() => Task.FromResult(Newcomer.Read(hub, jonas.Mail).Any(text => text.Contains("Ausweis am Schalter gezeigt", StringComparison.Ordinal))), "No mail told why.", TimeSpan.FromSeconds(60));
        // What they were trusted with waits for a new second factor.
        Assert.Equal(2, await hub.Ask<long>("select count(*) from people.grants where \"UserId\" = $1 and \"EndedAt\" is null", jonas.Id));
    }

    [Fact]
    public async Task Nobody_resets_their_own()
    {
        var hub = await home.Hub();
        var anke = await Somebody.Administrator(hub);
        await HasFactor(hub, anke);
        Assert.Equal("own_account", await anke.Asks(new ResetSecondFactor(anke.Id, "Probe")));
        Assert.Equal(1, await Traces(hub, anke, "sign_ins"));
    }

    [Fact]
    public async Task A_step_to_the_second_factor_that_was_taken_before_leads_nowhere()
    {
        var hub = await home.Hub();
        var (anke, ada) = (await Somebody.Administrator(hub), await Somebody.WithPassword(hub));
        await HasFactor(hub, ada);
        using var phone = new Guest(hub);
        var step = await phone.LogsIn(ada.Person.Mail, ada.Person.Password);
        Assert.NotNull(step.Form("faktor"));
        Assert.Null(await anke.Asks(new ResetSecondFactor(ada.Id, "Telefon verloren")));
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.Sends(step, "faktor", ("Second.Code", "000000"))).Status);
        using var tablet = new Guest(hub);
        Assert.Equal("/konto", (await tablet.LogsIn(ada.Person.Mail, ada.Person.Password)).Location);
    }

    private static async Task HasFactor(RunningHub hub, Somebody who)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var (people, factor) = (scope.ServiceProvider.GetRequiredService<PeopleDb>(), scope.ServiceProvider.GetRequiredService<SecondFactor>());
        await hub.Tamper("update people.users set \"TwoFactorEnabled\" = true, \"SecurityStamp\" = 'before' where \"Id\" = $1", who.Id);
        await hub.Tamper("insert into people.user_tokens (\"UserId\", \"LoginProvider\", \"Name\", \"Value\") values ($1, 'hub', 'totp', $2)", who.Id, scope.ServiceProvider.GetRequiredService<FactorKeys>().Seal(new byte[20]));
        await factor.NewRecoveryCodes(who.Id, TestContext.Current.CancellationToken);
        await people.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Task<string> Stamp(RunningHub hub, Somebody who) => hub.Ask<string>("select \"SecurityStamp\" from people.users where \"Id\" = $1", who.Id);

    private static async Task<int> Traces(RunningHub hub, Somebody who, string table) => (int)await hub.Ask<long>($"select count(*) from people.{table} where \"UserId\" = $1", who.Id);
}
