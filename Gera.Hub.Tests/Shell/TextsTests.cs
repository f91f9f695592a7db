using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Gera.Hub.Tests.Shell;

/// <summary>Walks over all rooms, so a new room is covered without a line here.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Rooms =>
        [.. Source.Files("Texts.resx").Select(file => Path.GetRelativePath(Source.Hub, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void German_and_English_have_the_same_keys_and_no_empty_text(string german)
    {
        var file = Path.Combine(Source.Hub, german);
        var (de, en) = (Read(file), Read(Path.ChangeExtension(file, ".en.resx")));
        Assert.Equal(de.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.DoesNotContain(de.Concat(en), text => string.IsNullOrWhiteSpace(text.Value));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Both_languages_fill_in_the_same_places(string german)
    {
        var file = Path.Combine(Source.Hub, german);
        var (de, en) = (Read(file), Read(Path.ChangeExtension(file, ".en.resx")));
        Assert.All(de, text => Assert.Equal(Places(text.Value), Places(en[text.Key]), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_marker_class_of_the_same_name_and_folder_finds_the_texts(string german)
    {
        var name = "Gera.Hub." + Path.ChangeExtension(german, null).Replace(Path.DirectorySeparatorChar, '.');
        Assert.NotNull(typeof(Gera.Hub.Shell.ShellTexts).Assembly.GetType(name));
        Assert.Contains(name + ".resources", typeof(Gera.Hub.Shell.ShellTexts).Assembly.GetManifestResourceNames(), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_key_that_a_room_asks_for_by_name_is_there(string german)
    {
        var file = Path.Combine(Source.Hub, german);
        var known = Read(file).Keys;
        var room = Path.GetDirectoryName(file)!;
        // By its own manner, a room calls its texts T. Where a folder holds several sets of texts, the name does not tell which is meant.
        if (Directory.GetFiles(room, "*Texts.resx").Length > 1) return;
        var asked = Directory.GetFiles(room, "*.razor").Concat(Directory.GetFiles(room, "*.cs"))
            .SelectMany(source => Asked().Matches(File.ReadAllText(source)), (_, match) => match.Groups["key"].Value);
        Assert.Empty(asked.Except(known, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex("""\bT\["(?<key>\w+)"[\],]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
