using Gera.Hub.People.Grants;
using Gera.Hub.Tests.People.Accounts;
using Xunit;

namespace Gera.Hub.Tests.People.Grants;

/// <summary>A block has a reason, an end and an appeal that somebody else decides.</summary>
public sealed class BlockTests(HubFixture home)
{
    private static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    [Fact]
    public async Task A_blocked_person_does_nothing_but_appeal_and_a_second_member_of_staff_decides()
    {
        var hub = await home.Hub();
        var (pavel, anke, ada) = (await Moderator(hub), await Somebody.Administrator(hub), await Somebody.In(hub));
        Assert.Null(await pavel.Asks(new BlockPerson(ada.Id, "Werbung unter fremden Ideen", Tomorrow)));
        Assert.Equal("block_runs", await pavel.Asks(new BlockPerson(ada.Id, "noch einmal", Tomorrow)));
        Assert.Equal("blocked", await ada.Asks(new ConfirmResidence("AAAA-AAAA-AAAA")));
        await Reads(ada, "Werbung unter fremden Ideen");
        var block = await hub.Ask<Guid>("select \"Id\" from people.blocks where \"UserId\" = $1", ada.Id);

        Assert.Equal("no_appeal", await anke.Asks(new AnswerAppeal(block, true, "Bitte.")));
        Assert.Equal("not_allowed", await pavel.Asks(new AppealBlock(block, "für Ada")));
        Assert.Null(await ada.Asks(new AppealBlock(block, "Das war ein Hinweis.")));
        Assert.Equal("appeal_made", await ada.Asks(new AppealBlock(block, "Und noch etwas.")));
        Assert.Equal("another_decides", await pavel.Asks(new AnswerAppeal(block, true, "Ich nehme es zurück.")));
        Assert.Null(await anke.Asks(new AnswerAppeal(block, true, "Es war kein Verstoß.")));
        Assert.Equal("no_appeal", await anke.Asks(new AnswerAppeal(block, false, "Doch.")));
        Assert.Equal("code_invalid", await ada.Asks(new ConfirmResidence("AAAA-AAAA-AAAA")));
        await Reads(ada, "Es war kein Verstoß.");
    }

    [Fact]
    public async Task A_block_ends_by_its_date_or_when_it_is_lifted()
    {
        var hub = await home.Hub();
        var (pavel, ada) = (await Moderator(hub), await Somebody.In(hub));
        var block = await ada.Blocked(pavel.Id);
        Assert.Equal("blocked", await ada.Asks(new ConfirmResidence("x")));
        Assert.Null(await pavel.Asks(new LiftBlock(block)));
        Assert.Equal("block_over", await pavel.Asks(new LiftBlock(block)));
        Assert.Equal("code_invalid", await ada.Asks(new ConfirmResidence("x")));
        var second = await ada.Blocked(pavel.Id);
        await hub.Tamper("update people.blocks set \"Until\" = now() - interval '1 second' where \"Id\" = $1", second);
        Assert.Equal("code_invalid", await ada.Asks(new ConfirmResidence("x")));
        Assert.Equal("block_over", await ada.Asks(new AppealBlock(second, "Zu spät")));
    }

    [Fact]
    public async Task Only_an_administrator_blocks_somebody_with_a_role_and_nobody_blocks_themselves()
    {
        var hub = await home.Hub();
        var (pavel, anke, jonas) = (await Moderator(hub), await Somebody.Administrator(hub), await Somebody.In(hub, [new(Role.Leader, "stadt")]));
        Assert.Equal("staff_not_blocked", await pavel.Asks(new BlockPerson(jonas.Id, "Probe", Tomorrow)));
        Assert.Equal("own_account", await pavel.Asks(new BlockPerson(pavel.Id, "Probe", Tomorrow)));
        Assert.Equal("block_end_over", await pavel.Asks(new BlockPerson((await Somebody.In(hub)).Id, "Probe", null)));
        Assert.Equal("block_end_over", await pavel.Asks(new BlockPerson((await Somebody.In(hub)).Id, "Probe", TimeProvider.System.GetUtcNow().AddDays(-1))));
        Assert.Null(await anke.Asks(new BlockPerson(jonas.Id, "Probe", Tomorrow)));
        Assert.Equal("blocked", await jonas.Asks<StartSession, SessionStarted>(new("Probe", Access.Anyone, "stadt")));
    }

    /// <summary>A mail with these words has gone to that person.</summary>
    private static Task Reads(Somebody person, string words) =>
        Eventually.Holds(() => Newcomer.Read(person.Hub, person.Mail).Any(text => text.ReplaceLineEndings(" ").Contains(words, StringComparison.Ordinal)), $"No mail says: {words}", TimeSpan.FromSeconds(30));

    private static Task<Somebody> Moderator(RunningHub hub) => Somebody.In(hub, [new(Role.Moderator, "")]);
}
