using System.Text.RegularExpressions;

namespace Gera.Hub.Storage.Files;

/// <summary>Names of files are the hub's own, never a visitor's.</summary>
internal static partial class FileKey
{
    /// <exception cref="ArgumentException">It could leave the shelf.</exception>
    public static string Checked(string key) => Shape().IsMatch(key) ? key : throw new ArgumentException("No key of a file of ours.", nameof(key));

    [GeneratedRegex(@"^[a-z0-9-]+(/[a-z0-9-]+)*\.[a-z0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
