using System.Text.Json;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What one ballot says. Numbers as stored: option numbers, or number and value in turn for ratings and points; words for text.</summary>
public readonly record struct Choice(int[] Numbers, string? Words = null)
{
    /// <summary>Reads the contract's <c>choices</c>: numbers, pairs or a string.</summary>
    public static Answer<Choice> Read(JsonElement choices, PollRules rules)
    {
        if (rules.Kind == PollKind.Text)
            return choices.ValueKind == JsonValueKind.String ? ReadWords(choices) : HallRefusals.ChoiceInvalid;
        if (choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() > PollRules.MostOptions) return HallRefusals.ChoiceInvalid;
        var numbers = new List<int>();
        foreach (var item in choices.EnumerateArray())
            if (!ReadItem(item, rules.Kind is PollKind.Rating or PollKind.Points, numbers)) return HallRefusals.ChoiceInvalid;
        return Of([.. numbers], rules);
    }

    /// <summary>The choice if these numbers fit the rules, in their one stored form (sorted where order says nothing).</summary>
    public static Answer<Choice> Of(int[] numbers, PollRules rules) => rules.Kind switch
    {
        PollKind.Single or PollKind.Motion => numbers is [var one] && IsOption(one, rules) ? new Choice(numbers) : HallRefusals.ChoiceInvalid,
        PollKind.Multiple => Multiple(numbers, rules),
        PollKind.Ranking => AreOptions(numbers, rules) && numbers.Length > 0 ? new Choice(numbers) : HallRefusals.ChoiceInvalid,
        PollKind.Rating or PollKind.Points => Pairs(numbers, rules),
        _ => HallRefusals.ChoiceInvalid,
    };

    /// <summary>The words of a text poll: one line, at most 140 characters.</summary>
    public static Answer<Choice> OfWords(string words)
    {
        if (Text.Check(words, 140, ("Antwort", "answer")) is { } bad) return bad;
        return new Choice([], Text.Clean(words).Replace('\n', ' '));
    }

    private static Answer<Choice> ReadWords(JsonElement choices)
    {
        try
        {
            return OfWords(choices.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return Refusals.TextUnreadable;
        }
    }

    private static bool ReadItem(JsonElement item, bool pairs, List<int> numbers)
    {
        if (!pairs) return item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && Add(number);
        return item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2
            && item[0].ValueKind == JsonValueKind.Number && item[0].TryGetInt32(out var option) && Add(option)
            && item[1].ValueKind == JsonValueKind.Number && item[1].TryGetInt32(out var value) && Add(value);

        bool Add(int value)
        {
            numbers.Add(value);
            return true;
        }
    }

    private static Answer<Choice> Multiple(int[] numbers, PollRules rules)
    {
        if (!AreOptions(numbers, rules)) return HallRefusals.ChoiceInvalid;
        if (numbers.Length < rules.Min) return HallRefusals.TooFewChoices;
        return numbers.Length > rules.Max ? HallRefusals.TooManyChoices : new Choice([.. numbers.Order()]);
    }

    private static Answer<Choice> Pairs(int[] numbers, PollRules rules)
    {
        if (numbers.Length % 2 != 0) return HallRefusals.ChoiceInvalid;
        var pairs = numbers.Chunk(2).OrderBy(p => p[0]).Where(p => rules.Kind != PollKind.Points || p[1] != 0).ToArray();
        if (pairs.Length == 0 || !AreOptions([.. pairs.Select(p => p[0])], rules)) return HallRefusals.ChoiceInvalid;
        var (least, most) = (1, rules.Kind == PollKind.Rating ? PollRules.Stars : rules.Spread);
        if (pairs.Any(p => p[1] < least || p[1] > most)) return HallRefusals.ChoiceInvalid;
        if (rules.Kind == PollKind.Points && pairs.Sum(p => p[1]) > rules.Spread) return HallRefusals.PointsDoNotAddUp;
        return new Choice([.. pairs.SelectMany(p => p)]);
    }

    private static bool IsOption(int number, PollRules rules) => number >= 1 && number <= rules.Options.Length;

    private static bool AreOptions(int[] numbers, PollRules rules) => numbers.All(n => IsOption(n, rules)) && numbers.Distinct().Count() == numbers.Length;
}
