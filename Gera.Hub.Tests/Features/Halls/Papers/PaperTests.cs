using System.Text;
using Gera.Hub.Features.Halls.Papers;
using Gera.Hub.Shell;
using Gera.Hub.Tests.Testing;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Papers;

public sealed class PaperTests
{
    [Theory, InlineData("=1+1"), InlineData("+49"), InlineData("-1"), InlineData("@cmd"), InlineData("\tx"), InlineData("\rx")]
    public void A_cell_that_looks_like_a_formula_stays_text(string text) => Assert.Equal("'" + text, Spreadsheet.Cell(text));

    [Theory, InlineData("Bäume"), InlineData(""), InlineData("a=b")]
    public void Other_cells_stay_as_they_are(string text) => Assert.Equal(text, Spreadsheet.Cell(text));

    [Fact]
    public void A_table_is_UTF8_with_mark_and_quotes_and_no_formula()
    {
        var file = PollTable.Of(Item("=HYPERLINK(\"x\")", "Ja, \"gern\""))!;
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        Assert.Equal("\"'=HYPERLINK(\"\"x\"\")\",1,\"Ja, \"\"gern\"\"\",7,70.0,,10,,", lines[1]);
    }

    [Fact]
    public void Hidden_numbers_are_in_no_table()
    {
        var item = Item("Frage", "Ja");
        Assert.Null(PollTable.Of(item with { Options = [item.Options[0] with { Votes = null }] }));
        Assert.Null(PollTable.Of(item with { Voters = null }));
    }

    [Fact]
    public void The_minutes_stand_under_the_sorted_heads_of_their_polls()
    {
        var (first, second) = (Closed(new string('b', 64)), Closed(new string('a', 64)));
        var hall = new Hall(Guid.CreateVersion7(Some.Evening), "K7M2QX", "Titel", "stadt", Access.Anyone, Guid.Empty, Some.Evening) { EndedAt = Some.Evening.AddHours(1) };
        var view = new HallView(hall, [first, second]);
        var minutes = Minutes.Of(view, "Ada", [Snapshot(view, first), Snapshot(view, second)], []);
        Assert.Equal(Chain.Hash($"{second.Head}\n{first.Head}"), minutes.Head);
        Assert.Equal((10, 70m, "19:00"), (minutes.Voters, minutes.Polls[0].Options[0].OfCast, PaperWords.Local(Some.Evening).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_secret_poll_with_too_few_tells_no_number()
    {
        var poll = Closed(new string('c', 64)) with { Result = new PollResult([0, 0, 0], [], 3, 3, TooFew: true) };
        var view = new HallView(new Hall(Guid.Empty, "K7M2QX", "Titel", "stadt", Access.Anyone, Guid.Empty, Some.Evening) { EndedAt = Some.Evening }, [poll]);
        var item = MinutesPoll.Of(1, poll, Snapshot(view, poll));
        Assert.Null(item.Voters);
        Assert.All(item.Options, o => Assert.Null(o.Votes));
    }

    [Theory, InlineData("K7M2-QX4R-ABCD-2345"), InlineData(" k7m2qx4rabcd2345 "), InlineData("k7m2 qx4r abcd 2345")]
    public void A_receipt_is_read_however_typed(string typed) => Assert.Equal("K7M2-QX4R-ABCD-2345", Receipts.Read(typed));

    [Theory, InlineData(null), InlineData("--"), InlineData("K7M2-QX4R-ABCD-234")]
    public void What_cannot_be_a_receipt_is_none(string? typed) => Assert.Null(Receipts.Read(typed));

    private static Poll Closed(string head) => Some.Poll(state: PollState.Closed) with { OpenedAt = Some.Evening, ClosedAt = Some.Evening, Head = head, Result = new PollResult([7, 2, 1], [], 10, 10) };

    private static PollSnapshot Snapshot(HallView view, Poll poll) => PollSnapshot.Of(poll, view, new Count(10, poll.Result!.Votes, poll.Result.Voters), 0, null);

    private static MinutesPoll Item(string question, string option) => new(1, "", question, PollKind.Single, PollState.Closed, false, null, null, null, null, 10, null,
        [new MinutesOption(1, option, 7, 70.0m, null, null, null)], null, null, null, null, null, null, null);
}
