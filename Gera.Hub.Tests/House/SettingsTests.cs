using System.Reflection;
using System.Text.Json;
using Gera.Hub.Tests.Shell;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary><c>appsettings.json</c> names every key the hub reads with the value that holds without it, and no other.</summary>
public sealed class SettingsTests
{
    private static readonly string[] Elsewhere = ["ConnectionStrings", "Serilog", "AllowedHosts"];

    private static readonly JsonDocument File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Source.Hub, "..", "appsettings.json")),
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

    private static Type[] Sections => [.. typeof(Door).Assembly.GetTypes().Where(t => t.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })];

    [Fact]
    public void Every_section_is_one_of_the_options_and_every_options_a_section() =>
        Assert.Equal(Sections.Select(Name).Order(StringComparer.Ordinal), File.RootElement.EnumerateObject().Select(p => p.Name).Except(Elsewhere).Order(StringComparer.Ordinal));

    // Known bad: a key misspelled in the file, an option without a key, a default that was changed in one of the two.
    [Fact]
    public void Every_key_is_there_with_its_default()
    {
        foreach (var section in Sections) Compare(Name(section), File.RootElement.GetProperty(Name(section)), Activator.CreateInstance(section)!);
    }

    private static void Compare(string path, JsonElement written, object options)
    {
        var read = options.GetType().GetProperties().Where(p => p.SetMethod is not null).ToDictionary(p => p.Name);
        Assert.Equal(read.Keys.Order(StringComparer.Ordinal).Select(k => $"{path}:{k}"), written.EnumerateObject().Select(p => $"{path}:{p.Name}").Order(StringComparer.Ordinal));
        foreach (var key in written.EnumerateObject())
            if (key.Value.ValueKind == JsonValueKind.Object) Compare($"{path}:{key.Name}", key.Value, read[key.Name].GetValue(options)!);
            // What a list holds is said in the file alone: the settings add to a list, they do not replace it.
            else if (key.Value.ValueKind == JsonValueKind.Array) Assert.Equal("", Text(read[key.Name].GetValue(options)));
            else Assert.Equal((path, key.Name, Text(key.Value)), (path, key.Name, Text(read[key.Name].GetValue(options))));
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };

    private static string Text(object? value) => value is string[] list ? string.Join(',', list) : value is TimeSpan span ? span.ToString("c") : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Name(Type options) => (string)options.GetField("Section")!.GetRawConstantValue()!;
}
