using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>What the screens' modules need from the server besides the contract.</summary>
internal static class ScreenWords
{
    /// <summary>Every text whose key begins with <c>Say</c>, for the modules; so a sentence stands in one place only.</summary>
    public static string Json(IStringLocalizer<ScreenTexts> texts) =>
        JsonSerializer.Serialize(texts.GetAllStrings(includeParentCultures: true).Where(text => text.Name.StartsWith("Say", StringComparison.Ordinal))
            .DistinctBy(text => text.Name).ToDictionary(text => text.Name[3..], text => text.Value));

    /// <summary>The voter's own vote for the modules; of a secret one nothing but that it is there.</summary>
    public static string Json(MyBallot mine, PollKind kind)
    {
        if (mine.Choice is not { } choice) return "{}";
        var filled = Filled.Of(choice, kind);
        var fields = filled.Values.ToDictionary(v => v.Key.ToString(CultureInfo.InvariantCulture), v => (object?)v.Value);
        if (filled.Words is { } words) fields["words"] = words;
        return JsonSerializer.Serialize(new { filled = fields, receipt = mine.Receipt });
    }

    /// <summary>A key for one attempt to vote; random, because it must tell nothing.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string Verdict(VerdictSnapshot verdict) => Language.IsGerman ? verdict.Text : verdict.TextEnglish;
}

/// <summary>Times as Gera's clocks show them.</summary>
internal static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
