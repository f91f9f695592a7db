using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gera.Hub.People.Mail;
using Gera.Hub.Storage;
using Gera.Hub.Tests.Shell;
using Marten;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>The rules of the house that a machine can check.</summary>
public sealed partial class HouseTests
{
    private static readonly Assembly Hub = typeof(Door).Assembly;

    private static readonly Type[] Types = [.. Hub.GetTypes().Where(t => t.Namespace?.StartsWith("Gera.Hub", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal) && !t.Namespace.Contains("Migrations", StringComparison.Ordinal))];

    private static readonly string Top = Path.GetFullPath(Path.Combine(Source.Hub, ".."));

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Sources(".cs", ".razor", ".css", ".js").Where(f => File.ReadLines(f).Count() > 300).Select(Short));

    [Fact]
    public void The_table_of_contents_fits_on_a_screen() => Assert.True(File.ReadLines(Path.Combine(Source.Hub, "Program.cs")).Count() <= 80);

    [Fact]
    public void Rooms_are_folders_of_files_once_split_at_most() =>
        Assert.DoesNotContain(Sources(".cs", ".razor").Select(Short), f => f.StartsWith("Features", StringComparison.Ordinal) && f.Split('/').Length > 4);

    [Fact]
    public void Namespaces_are_folders() =>
        Assert.Empty(Sources(".cs").Where(f => Namespace().Match(File.ReadAllText(f)) is { Success: true } found
            && found.Groups["name"].Value != string.Join('.', ["Gera.Hub", .. Short(f).Split('/')[..^1]])).Select(Short));

    [Fact]
    public void Pages_name_neither_Marten_nor_SignalR() =>
        Assert.Empty(Sources(".razor", ".razor.cs").Where(f => Regex.IsMatch(File.ReadAllText(f), @"\b(Marten|IDocumentS\w+|SignalR|Npgsql)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            && !Short(f).EndsWith("_Imports.razor", StringComparison.Ordinal)).Select(Short));

    [Theory, InlineData("Service"), InlineData("Manager"), InlineData("Helper"), InlineData("Dto"), InlineData("Util"), InlineData("Utils"), InlineData("Impl")]
    public void No_type_hides_behind_a_name_that_says_nothing(string ending) => Assert.Empty(Types.Where(t => t.Name.EndsWith(ending, StringComparison.Ordinal)).Select(t => t.FullName));

    [Fact]
    public void No_method_of_ours_is_called_Async() =>
        Assert.Empty(Types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal) && m.GetBaseDefinition() == m && !m.Name.Contains('<', StringComparison.Ordinal) && !Foreign(m)).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

    [Fact]
    public void Classes_are_sealed() =>
        Assert.Empty(Types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(t) && !typeof(Delegate).IsAssignableFrom(t) && t.Name != "Program"
            && !IsGenerated(t)).Select(t => t.FullName));

    [Fact]
    public void An_interface_of_ours_has_more_than_one_who_keeps_it() =>
        Assert.Empty(Types.Where(t => t.IsInterface && !IsGenerated(t)).Where(i => Types.Count(t => t.IsClass && t.GetInterfaces().Any(x => x == i || x.IsGenericType && x.GetGenericTypeDefinition() == i)) < 2 && i != typeof(ISeed)).Select(i => i.Name));

    [Fact]
    public void Events_are_sealed_records_with_names_of_their_own_and_ids_instead_of_people()
    {
        var events = Events();
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.True(e.IsSealed && e.GetMethod("<Clone>$") is not null, e.Name));
        Assert.Empty(events.GroupBy(e => e.Name).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(events.SelectMany(e => e.GetProperties()).Where(p => p.Name.Contains("Mail", StringComparison.Ordinal) || p.Name is "DisplayName" or "Password" or "Address").Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    // Marten skips what is not public, without a word.
    [Fact]
    public void Create_and_Apply_are_public() =>
        Assert.Empty(Types.SelectMany(t => t.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).Where(m => m.Name is "Create" or "Apply" && m.ReturnType == m.DeclaringType).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

    [Fact]
    public void Every_verb_names_its_permission_and_stands_in_the_file_of_its_wish()
    {
        foreach (var verb in Types.Where(t => t.IsClass && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>))))
        {
            var wish = verb.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>)).GetGenericArguments()[0];
            Assert.NotNull(verb.GetProperty("Needs"));
            Assert.Equal(wish.Name + "Verb", verb.Name);
            Assert.Contains(Sources(".cs"), f => Path.GetFileName(f) == wish.Name + ".cs");
            Assert.True(wish.IsSealed, wish.Name);
        }
    }

    [Fact]
    public void Random_ids_are_made_in_the_secret_box_only() =>
        Assert.Equal(["Features/Halls/Ballots/SecretBallots.cs"], Sources(".cs").Where(f => File.ReadAllText(f).Contains("Guid.NewGuid", StringComparison.Ordinal)).Select(Short));

    [Fact]
    public void Every_text_that_is_asked_for_is_there_in_both_languages()
    {
        foreach (var german in Directory.EnumerateFiles(Source.Hub, "*.resx", SearchOption.AllDirectories).Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)))
        {
            var english = Path.ChangeExtension(german, ".en.resx");
            Assert.True(File.Exists(english), $"{Short(german)} has no English twin.");
            Assert.Equal(Keys(german), Keys(english));
        }
        var all = Directory.EnumerateFiles(Source.Hub, "*.resx", SearchOption.AllDirectories).SelectMany(Keys).ToHashSet();
        var missing = Sources(".razor", ".cs").SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => (File: Short(f), Key: m.Groups["key"].Value)))
            // A key that ends with an underscore is the beginning of several, e.g. T["Kind_" + kind].
            .Where(a => !all.Contains(a.Key) && !(a.Key.EndsWith('_') && all.Any(k => k.StartsWith(a.Key, StringComparison.Ordinal))));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_setting_is_known_and_documented()
    {
        var lines = File.ReadAllLines(Path.Combine(Top, "appsettings.json"));
        using var settings = JsonDocument.Parse(string.Join('\n', lines), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        foreach (var (section, type) in new[] { (HubOptions.Section, typeof(HubOptions)), (HallOptions.Section, typeof(HallOptions)), (MailOptions.Section, typeof(MailOptions)), (Gera.Hub.People.Grants.RunOptions.Section, typeof(Gera.Hub.People.Grants.RunOptions)), (PaceOptions.Section, typeof(PaceOptions)), (Gera.Hub.People.Accounts.OpenId.OpenIdOptions.Section, typeof(Gera.Hub.People.Accounts.OpenId.OpenIdOptions)) })
            Assert.Equal(type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal), settings.RootElement.GetProperty(section).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var (index, line) in lines.Index().Where(l => Regex.IsMatch(l.Item, "^ {4}\"[A-Z]\\w+\": (?!\\{)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))
            Assert.True(lines[index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal), $"Not explained: {line.Trim()}");
    }

    private static Type[] Events() => [.. Types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.Name is "Create" or "Apply" && m.ReturnType == m.DeclaringType && m.GetParameters().Length == 1).Select(m => m.GetParameters()[0].ParameterType).Append(typeof(BallotCast)).Append(typeof(WordModerated)).Distinct()];

    private static IEnumerable<string> Sources(params string[] endings) => Source.Files(endings)
        .Where(f => !Short(f).Contains("Migrations/", StringComparison.Ordinal) && !Short(f).StartsWith("wwwroot/lib", StringComparison.Ordinal) && !Short(f).Contains("node_modules", StringComparison.Ordinal));

    private static string Short(string file) => Path.GetRelativePath(Source.Hub, file).Replace('\\', '/');

    private static string[] Keys(string resx) => [.. System.Xml.Linq.XDocument.Load(resx).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).Order(StringComparer.Ordinal)];

    private static bool IsGenerated(Type type) => type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null || type.FullName!.Contains('_', StringComparison.Ordinal);

    [Fact]
    public void Every_test_that_a_guard_names_exists()
    {
        var tests = typeof(HouseTests).Assembly.GetTypes().Where(t => t.IsClass).ToLookup(t => t.Name, t => t.GetMethods().Select(m => m.Name).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var named = NamedTest().Matches(File.ReadAllText(Path.Combine(Top, "docs", "guards.md"))).ToArray();
        Assert.True(named.Length > 40);
        Assert.Empty(named.Where(n => !tests[n.Groups["class"].Value].Any(methods => n.Groups["test"].Value.Length == 0 || methods.Contains(n.Groups["test"].Value))).Select(n => n.Value));
    }

    /// <summary>Names that somebody else's interface prescribes.</summary>
    private static bool Foreign(MethodInfo method) => method.DeclaringType!.GetInterfaces().SelectMany(i => method.DeclaringType.IsInterface ? [] : method.DeclaringType.GetInterfaceMap(i).TargetMethods).Contains(method);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"`(?<class>\w+(Tests|Journeys))(\.(?<test>\w+))?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedTest();

    [GeneratedRegex("\\bT\\[\"(?<key>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
