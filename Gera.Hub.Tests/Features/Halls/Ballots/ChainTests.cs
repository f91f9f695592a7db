using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

/// <summary>One changed, removed, inserted or swapped entry is found, with its height.</summary>
public sealed class ChainTests
{
    private static readonly Guid Poll = new("01998c00-0000-7000-8000-000000000001");
    private static readonly PollRules Rules = Some.Rules();

    [Fact]
    public void A_record_that_nobody_touched_is_fine() => Assert.Equal(Finding.None, Verifier.Check(Make(1, 2, 3, 1), Rules));

    [Fact]
    public void A_record_without_a_ballot_is_fine_too() => Assert.Equal(Finding.None, Verifier.Check(Make(), Rules));

    [Theory, InlineData(1), InlineData(3), InlineData(4)]
    public void A_changed_ballot_is_found(int height) =>
        Found("chain", height, Edit(Make(1, 2, 3, 1), list => list[height - 1] = list[height - 1] with { Payload = list[height - 1].Payload.Replace("\"choice\":[", "\"choice\":[2,", StringComparison.Ordinal) }));

    [Theory, InlineData(1), InlineData(4)]
    public void A_changed_ballot_is_found_though_its_own_hash_was_made_to_fit(int height) => Found("chain", height, Edit(Make(1, 2, 3, 1), list =>
    {
        var payload = Chain.Payload("FALSCH", [2], null, null);
        list[height - 1] = list[height - 1] with { Payload = payload, PayloadHash = Chain.Hash(payload) };
    }));

    [Fact]
    public void A_changed_ballot_whose_whole_chain_was_made_anew_no_longer_fits_the_head_that_was_written_down() =>
        Assert.Equal("head", Verifier.Check(Make(3, 2, 3, 1) with { SealedHead = Make(1, 2, 3, 1).Head }, Rules).Problem);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_removed_ballot_is_found(int height) => Found("chain", height, Edit(Make(1, 2, 3, 1), list => list.RemoveAt(height - 1)));

    [Fact]
    public void A_removed_last_ballot_is_found() => Assert.Equal("head", Verifier.Check(Edit(Make(1, 2, 3), list => list.RemoveAt(2)), Rules).Problem);

    [Theory, InlineData(0), InlineData(2)]
    public void An_inserted_ballot_is_found(int at) => Found("chain", at + 2, Edit(Make(1, 2, 3), list => list.Insert(at, list[at])));

    [Fact]
    public void Two_swapped_ballots_are_found() => Found("chain", 2, Edit(Make(1, 2, 3, 1), list => (list[1], list[2]) = (list[2], list[1])));

    [Fact]
    public void Two_swapped_ballots_are_found_though_they_were_numbered_anew() => Found("chain", 2, Renumbered());

    [Fact]
    public void A_verifier_that_does_not_look_at_parents_misses_the_swap() => Assert.All(Assert.Single(Renumbered().Boxes).Entries.Index(), e =>
        Assert.True(e.Item.Height == e.Index + 1 && e.Item.PayloadHash == Chain.Hash(e.Item.Payload))); // known bad: all it checks is fine

    [Fact]
    public void Another_question_is_found() => Assert.Equal("definition", Verifier.Check(Make(1) with { Definition = Chain.Definition(Poll, Rules with { Question = "Andere?" }) }, Rules).Problem);

    [Fact]
    public void Other_numbers_than_the_ballots_say_are_found() => Assert.Equal("count", Verifier.Check(Make(1, 1, 2) with { Votes = [1, 2, 0] }, Rules).Problem);

    [Fact]
    public void A_box_that_was_left_out_is_found()
    {
        var whole = Join(Make(1, 2), Make("4QX", [3, 3, 3]));
        Assert.Equal(Finding.None, Verifier.Check(whole, Rules));
        Assert.Equal("head", Verifier.Check(whole with { Boxes = [whole.Boxes[0]], Votes = [1, 1, 0] }, Rules).Problem);
    }

    [Fact]
    public void Heads_do_not_depend_on_the_order_of_boxes() => Assert.Equal(Chain.Head("x", ["b", "a"]), Chain.Head("x", ["a", "b"]));

    [Fact]
    public void The_hash_is_the_one_everybody_has() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Chain.Hash("abc")); // FIPS 180-2, appendix B.1

    [Fact]
    public void A_changed_vote_counts_as_its_last()
    {
        var (draft, entries) = (new BoxDraft(new Box(Poll, Guid.Empty, 0, Chain.Genesis(Poll, Rules), new long[3], 0), Rules, true), 2);
        draft.Put("AAAA", [1], null, null);
        draft.Put("AAAA", [3], [1], null);
        Assert.Equal(entries, draft.Events.Count);
        Assert.Equal([0, 0, 1], draft.ToTally().Cells);
        Assert.Equal((1, 2L), (draft.ToTally().Voters, draft.ToTally().Version));
    }

    private static void Found(string problem, long height, PublicRecord record)
    {
        var finding = Verifier.Check(record, Rules);
        Assert.Equal((problem, height), (finding.Problem, finding.Height));
    }

    private static PublicRecord Renumbered() => Edit(Make(1, 2, 3, 1), list => (list[1], list[2]) = (list[2] with { Height = 2 }, list[1] with { Height = 3 }));

    private static PublicRecord Edit(PublicRecord record, Action<List<RecordEntry>> edit)
    {
        var entries = record.Boxes[0].Entries.ToList();
        edit(entries);
        return record with { Boxes = [record.Boxes[0] with { Entries = [.. entries] }] };
    }

    private static PublicRecord Join(PublicRecord one, PublicRecord other)
    {
        var boxes = one.Boxes.Concat(other.Boxes.Select(b => b with { Box = "2" })).ToArray();
        var head = Chain.Head(one.Genesis, boxes.Select(b => b.Head));
        return one with { Boxes = boxes, Head = head, SealedHead = head, Votes = [.. one.Votes!.Zip(other.Votes!, (a, b) => a + b)], Voters = one.Voters + other.Voters };
    }

    private static PublicRecord Make(params int[] choices) => Make("K7M", choices);

    private static PublicRecord Make(string voters, int[] choices)
    {
        var (genesis, entries, votes) = (Chain.Genesis(Poll, Rules), new List<RecordEntry>(), new long[3]);
        foreach (var (index, choice) in choices.Index())
        {
            var payload = Chain.Payload($"{voters}{index}", [choice], null, null);
            var (parent, hash) = (entries.Count == 0 ? genesis : entries[^1].Hash, Chain.Hash(payload));
            entries.Add(new RecordEntry(index + 1, parent, Chain.BallotType, hash, payload, Chain.Link(index + 1, parent, Chain.BallotType, hash)));
            votes[choice - 1]++;
        }
        RecordBox[] boxes = entries.Count == 0 ? [] : [new RecordBox("1", entries.Count, entries[^1].Hash, [.. entries])];
        var head = Chain.Head(genesis, boxes.Select(b => b.Head));
        return new PublicRecord(Poll.ToString(), Chain.Definition(Poll, Rules), genesis, boxes, head, head, votes, choices.Length, null, []);
    }
}
