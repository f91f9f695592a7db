using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gera.Hub.Tests.Shell;

/// <summary>The app's source folder, for tests that read it.</summary>
internal static partial class Source
{
    public static string Hub { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Gera.Hub"));

    /// <summary>All source files of the app with one of these endings; what the compiler wrote is left out.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Directory.EnumerateFiles(Hub, "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => Path.GetRelativePath(Hub, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    public static IEnumerable<string> Colours(string text) => Hex().Matches(text).Select(match => match.Value);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("#[0-9a-fA-F]{6}\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hex();
}
