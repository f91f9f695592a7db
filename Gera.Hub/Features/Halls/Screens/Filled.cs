using System.Globalization;
using System.Text.Json;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>What a ballot form holds: per option a value (chosen, stars, place or points), or words. Also of a form that was filled in wrongly.</summary>
public sealed record Filled(IReadOnlyDictionary<int, int> Values, string? Words = null)
{
    public static readonly Filled Nothing = new(new Dictionary<int, int>());

    /// <summary>Whether two options stand on one place of a ranking.</summary>
    public bool SharesPlaces => Values.Values.Distinct().Count() < Values.Count;

    public int? this[int option] => Values.TryGetValue(option, out var value) ? value : null;

    /// <summary>A stored choice as a form shows it.</summary>
    public static Filled Of(Choice choice, PollKind kind) => new(kind switch
    {
        PollKind.Rating or PollKind.Points => choice.Numbers.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]),
        PollKind.Ranking => choice.Numbers.Select((option, place) => (option, place)).ToDictionary(p => p.option, p => p.place + 1),
        _ => choice.Numbers.ToDictionary(option => option, _ => 1),
    }, choice.Words);

    /// <summary>What came in: <c>wahl</c> for options chosen, <c>wert-n</c> for a value of option n, <c>text</c> for words.</summary>
    public static Filled Read(IFormCollection form, PollRules rules)
    {
        var values = new Dictionary<int, int>();
        foreach (var chosen in form["wahl"].Take(PollRules.MostOptions))
            if (Number(chosen) is { } option) values[option] = 1;
        for (var option = 1; option <= rules.Options.Length; option++)
            if (Number(form[FieldOf(option)]) is { } value) values[option] = value;
        return new Filled(values, form["text"]);
    }

    public static string FieldOf(int option) => string.Create(CultureInfo.InvariantCulture, $"wert-{option}");

    /// <summary>As the contract's <c>choices</c>.</summary>
    public JsonElement ToChoices(PollKind kind) => kind switch
    {
        PollKind.Text => JsonSerializer.SerializeToElement(Words ?? ""),
        PollKind.Rating or PollKind.Points => JsonSerializer.SerializeToElement(Values.Select(v => new[] { v.Key, v.Value })),
        PollKind.Ranking => JsonSerializer.SerializeToElement(Values.OrderBy(v => v.Value).Select(v => v.Key)),
        _ => JsonSerializer.SerializeToElement(Values.Keys),
    };

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
