using System.Diagnostics;
using System.Text.Json;
using Gera.Hub.Tests.Shell;
using Gera.Hub.Tests.Testing;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Papers;

/// <summary><c>docs/verify.mjs</c> and <see cref="Verifier"/> must say the same of every record.</summary>
public sealed class VerifyScriptTests
{
    private static readonly Guid Poll = Guid.CreateVersion7(Some.Evening);

    public static TheoryData<PollKind, bool> Kinds => new()
    {
        { PollKind.Single, false }, { PollKind.Multiple, false }, { PollKind.Rating, false }, { PollKind.Ranking, false },
        { PollKind.Points, false }, { PollKind.Motion, false }, { PollKind.Text, false }, { PollKind.Motion, true }, { PollKind.Ranking, true },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_record_as_the_hub_writes_it_fits(PollKind kind, bool secret)
    {
        var (record, rules) = Write(kind, secret);
        Assert.True(Verifier.Check(record, rules).IsFine);
        var (code, said) = await Run(record);
        Assert.Equal((0, true), (code, said.Contains("Everything fits.", StringComparison.Ordinal)));
    }

    [Theory, InlineData("changed", 3), InlineData("removed", 3), InlineData("inserted", 3), InlineData("swapped", 3)]
    public async Task Whatever_was_done_to_an_entry_is_found_with_its_height(string deed, long height)
    {
        var (record, rules) = Write(PollKind.Single, false);
        var entries = record.Boxes[0].Entries.ToList();
        switch (deed)
        {
            case "changed": entries[2] = entries[2] with { Payload = Chain.Payload("R2", [2], null, null) }; break;
            case "removed": entries.RemoveAt(2); break;
            case "inserted": entries.Insert(2, entries[1]); break;
            default: (entries[2], entries[3]) = (entries[3], entries[2]); break;
        }
        var tampered = record with { Boxes = [record.Boxes[0] with { Entries = [.. entries] }, record.Boxes[1]] };
        Assert.Equal(new Finding("chain", record.Boxes[0].Box, height), Verifier.Check(tampered, rules));
        var (code, said) = await Run(tampered);
        Assert.Equal(1, code);
        Assert.Contains($"in box {record.Boxes[0].Box} at height {height}:", said, StringComparison.Ordinal);
    }

    /// <summary>Records that somebody tampered with, and what both checks must find: the problem, and the height where there is one.</summary>
    public static TheoryData<string, string, long> Tampered => new()
    {
        { "definition", "definition", 0 }, { "genesis", "definition", 0 }, { "payload", "chain", 3 }, { "parent", "chain", 3 }, { "hash", "chain", 3 }, { "height", "chain", 3 },
        { "type", "chain", 3 }, { "no option", "chain", 3 }, { "two options", "chain", 3 }, { "no ballot", "chain", 3 }, { "two ballots", "chain", 3 }, { "cut off", "head", 4 }, { "box head", "head", 5 }, { "box height", "head", 5 },
        { "head", "head", 0 }, { "sealed head", "head", 0 }, { "box gone", "head", 0 }, { "votes", "count", 0 }, { "one vote less", "count", 0 }, { "voters", "voters", 0 },
        { "list", "list", 0 }, { "no list", "list", 0 }, { "word", "word", 0 }, { "salt", "word", 0 }, { "no hex", "word", 0 }, { "foreign word", "word", 0 },
    };

    [Theory, MemberData(nameof(Tampered))]
    public async Task Both_checks_find_the_same(string deed, string problem, long height)
    {
        var (record, rules) = deed switch
        {
            "list" or "no list" => Write(PollKind.Single, true),
            "word" or "salt" or "no hex" or "foreign word" => Write(PollKind.Text, false),
            _ => Write(PollKind.Single, false),
        };
        var tampered = Tamper(record, deed);
        var finding = Verifier.Check(tampered, rules);
        Assert.Equal((problem, height), (finding.Problem, finding.Height));
        var (code, said) = await Run(tampered);
        Assert.Equal(1, code);
        Assert.Contains($"at height {height}:", said, StringComparison.Ordinal);
    }

    private static PublicRecord Tamper(PublicRecord record, string deed) => deed switch
    {
        "definition" => record with { Definition = record.Definition.Replace("Farbe 1", "Farbe 7", StringComparison.Ordinal) },
        "genesis" => record with { Genesis = new string('0', 64) },
        "payload" => Third(record, e => e with { Payload = Chain.Payload("R2", [1], null, null) }),
        "parent" => Third(record, e => e with { Parent = record.Genesis }),
        "hash" => Third(record, e => e with { Hash = new string('0', 64) }),
        "height" => Third(record, e => e with { Height = 7 }),
        // Whoever writes the chain anew from there on.
        "type" => Rewritten(record, e => e with { Type = Chain.SecretType }),
        "no option" => Rewritten(record, e => e with { Payload = Chain.Payload("R2", [4], null, null) }),
        "two options" => Rewritten(record, e => e with { Payload = Chain.Payload("R2", [1, 2], null, null) }),
        "two ballots" => Rewritten(record, e => e with { Payload = Chain.Payload("R1", [3], null, null) }),
        "no ballot" => Rewritten(record, e => e with { Payload = "{\"receipt\":" }),
        "cut off" => record with { Boxes = [record.Boxes[0] with { Entries = record.Boxes[0].Entries[..3] }, record.Boxes[1]] },
        "box head" => record with { Boxes = [record.Boxes[0] with { Head = new string('0', 64) }, record.Boxes[1]] },
        "box height" => record with { Boxes = [record.Boxes[0] with { Height = 9 }, record.Boxes[1]] },
        "head" => record with { Head = new string('0', 64), SealedHead = null },
        "sealed head" => record with { SealedHead = new string('0', 64) },
        "box gone" => record with { Boxes = [record.Boxes[0]] },
        "votes" => record with { Votes = [9, .. record.Votes![1..]] },
        "one vote less" => record with { Votes = record.Votes![..2] },
        "voters" => record with { Voters = record.Voters + 1 },
        "list" => record with { ListHash = new string('0', 64) },
        "no list" => record with { ListHash = null },
        "word" => record with { Words = [record.Words[0] with { Text = "Brücke" }] },
        "salt" => record with { Words = [record.Words[0] with { Salt = new string('0', 32) }] },
        "no hex" => record with { Words = [record.Words[0] with { Salt = "xyz" }] },
        "foreign word" => record with { Words = [record.Words[0] with { Receipt = "R9" }] },
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    private static PublicRecord Third(PublicRecord record, Func<RecordEntry, RecordEntry> change) =>
        record with { Boxes = [record.Boxes[0] with { Entries = [.. record.Boxes[0].Entries.Select((e, i) => i == 2 ? change(e) : e)] }, record.Boxes[1]] };

    private static PublicRecord Rewritten(PublicRecord record, Func<RecordEntry, RecordEntry> change)
    {
        var (entries, parent) = (new List<RecordEntry>(), record.Genesis);
        foreach (var (i, entry) in record.Boxes[0].Entries.Index())
        {
            var (changed, height) = (i == 2 ? change(entry) : entry, i + 1);
            var hash = Chain.Hash(changed.Payload);
            entries.Add(changed with { Parent = parent, PayloadHash = hash, Hash = parent = Chain.Link(height, parent, changed.Type, hash) });
        }
        var boxes = new[] { record.Boxes[0] with { Entries = [.. entries], Head = parent }, record.Boxes[1] };
        var head = Chain.Head(record.Genesis, boxes.Select(b => b.Head));
        return record with { Boxes = boxes, Head = head, SealedHead = head };
    }

    [Fact]
    public async Task A_chain_written_anew_does_not_fit_the_head_that_was_sealed()
    {
        var (record, _) = Write(PollKind.Single, false);
        var forged = Record(PollKind.Single, false, [[[3], [3]], [[3]]]).Record with { SealedHead = record.Head };
        Assert.Equal(1, (await Run(forged)).Code);
    }

    [Fact]
    public async Task Another_number_than_the_record_says_is_found()
    {
        var (record, _) = Write(PollKind.Points, false);
        Assert.Equal(1, (await Run(record with { Votes = [1, 2, 3] })).Code);
        Assert.Equal(1, (await Run(record with { Voters = record.Voters + 1 })).Code);
    }

    [Fact]
    public async Task A_word_that_was_not_written_does_not_fit_its_seal()
    {
        var (record, _) = Write(PollKind.Text, false);
        Assert.Equal(1, (await Run(record with { Words = [record.Words[0] with { Text = "Brücke" }] })).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_record_ends_with_two() => Assert.Equal(2, (await Run("no record")).Code);

    private static (PublicRecord Record, PollRules Rules) Write(PollKind kind, bool secret) => Record(kind, secret, kind switch
    {
        PollKind.Multiple => [[[1, 2], [3], [2, 3], [1]], [[2]]],
        PollKind.Rating => [[[1, 5, 2, 3], [3, 1], [1, 4], [2, 2]], [[1, 1]]],
        PollKind.Ranking => [[[2, 1, 3], [3, 1], [1], [1, 2, 3]], [[3, 2, 1]]],
        PollKind.Points => [[[1, 60, 2, 40], [3, 100], [1, 1], [2, 50]], [[1, 30]]],
        PollKind.Text => [[[], [], [], []], [[]]],
        _ => [[[1], [2], [3], [1]], [[2]]],
    });

    /// <summary>A record of two boxes (one when secret); the first voter of an open poll comes back and changes in the last box.</summary>
    private static (PublicRecord Record, PollRules Rules) Record(PollKind kind, bool secret, int[][][] ballots)
    {
        var rules = Some.Rules(kind, secret: secret, max: kind == PollKind.Multiple ? 3 : 1);
        var (definition, salt) = (Chain.Definition(Poll, rules), Enumerable.Range(0, 16).Select(i => (byte)(i * 16)).ToArray());
        var genesis = Chain.Hash(definition);
        var seal = kind == PollKind.Text ? Words.Seal(salt, "Bäume") : null;
        var (boxes, voters, payloads) = (new List<RecordBox>(), 0, new List<string>());
        if (secret) ballots = [[.. ballots.SelectMany(b => b)]];
        foreach (var (number, box) in ballots.Index())
        {
            var (entries, parent) = (new List<RecordEntry>(), genesis);
            var written = box.Select(choice => secret
                ? Chain.SecretPayload(Guid.Parse($"00000000-0000-4000-8000-{voters:d12}"), Count(choice))
                : Chain.Payload($"R{voters}", Count(choice), null, seal)).ToList();
            if (!secret && number == ballots.Length - 1) written.Add(Chain.Payload("R0", box[0], ballots[0][0], seal));
            foreach (var payload in written)
            {
                var hash = Chain.Hash(payload);
                entries.Add(new RecordEntry(entries.Count + 1, parent, secret ? Chain.SecretType : Chain.BallotType, hash, payload,
                    parent = Chain.Link(entries.Count + 1, parent, secret ? Chain.SecretType : Chain.BallotType, hash)));
            }
            payloads.AddRange(written);
            boxes.Add(new RecordBox(Guid.CreateVersion7(Some.Evening).ToString(), entries.Count, parent, [.. entries]));
        }
        var head = Chain.Head(genesis, boxes.Select(b => b.Head));
        RecordWord[] words = seal is null ? [] : [new RecordWord("R0", "Bäume", Convert.ToHexStringLower(salt))];
        var record = new PublicRecord(Poll.ToString(), definition, genesis, [.. boxes], head, head, null, voters, secret ? Chain.Hash(string.Join('\n', payloads)) : null, words);
        using var count = new Verification(genesis, rules);
        foreach (var box in boxes)
        {
            count.Begin();
            foreach (var entry in box.Entries) count.Take(entry);
        }
        return (record with { Votes = count.Votes }, rules);

        int[] Count(int[] choice)
        {
            voters++;
            return choice;
        }
    }

    private static Task<(int Code, string Said)> Run(PublicRecord record) => Run(JsonSerializer.Serialize(record, JsonSerializerOptions.Web));

    private static async Task<(int Code, string Said)> Run(string record)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, record);
        try
        {
            var start = new ProcessStartInfo("node", [Path.Combine(Source.Hub, "..", "docs", "verify.mjs"), file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var node = Process.Start(start)!;
            var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync();
            return (node.ExitCode, await said + await complained);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
