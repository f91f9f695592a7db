using System.Net;

namespace Gera.Hub.Tests.People.Accounts;

/// <summary>A hub without demo people has nobody until the code out of its log is used.</summary>
public sealed class FirstStartTests(HubFixture home)
{
    [Fact]
    public async Task The_code_out_of_the_log_makes_one_administrator_and_is_gone()
    {
        await using var hub = HubProcess.Start(("ConnectionStrings__Hub", await home.NewDatabase()), ("Hub__Demo", "false"), ("Hub__DataDirectory", Path.Combine(Path.GetTempPath(), "hub-first-start")));
        await hub.Ready();
        var code = System.Text.RegularExpressions.Regex.Match(hub.Said, "the code \"?(?<code>[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        Assert.NotEmpty(code);
        using var anke = new Guest(hub.Address);
        Assert.NotNull((await Becomes("AAAA-AAAA-AAAA", "anke@gera.example")).Page.QuerySelector("#code-error"));
        Assert.Contains("Sie verwalten jetzt diesen Hub", (await Becomes(code.ToLowerInvariant(), "anke@gera.example")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anke.Sees("/erster-start")).Status);
        Assert.Equal("/konto/sicherheit", (await anke.LogsIn("anke@gera.example", Newcomer.Password, "/konto/sicherheit")).Location);
        Assert.Contains("Ihre Aufgaben ruhen noch", (await anke.Sees("/konto/sicherheit")).Text, StringComparison.Ordinal);

        Task<Look> Becomes(string typed, string mail) => anke.Sends("/erster-start", "erster", ("Form.Code", typed), ("Form.Mail", mail), ("Form.Name", "Anke"), ("Form.Password", Newcomer.Password));
    }

    [Fact]
    public async Task Where_there_is_an_administrator_the_page_does_not_exist()
    {
        using var stranger = new Guest(await home.Hub());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Sees("/erster-start")).Status);
        var answer = await (await home.Hub()).Door.Send<BecomeFirst, Done>(new BecomeFirst("AAAA-AAAA-AAAA", "x@gera.example", "X", Newcomer.Password, "de"), Caller.Nobody, TestContext.Current.CancellationToken);
        Assert.Equal("not_found", answer.Refusal?.Code);
    }
}
