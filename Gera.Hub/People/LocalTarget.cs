namespace Gera.Hub.People;

/// <summary>Where to go after the log-in: only to an address of this hub, or a link in a mail could lead elsewhere.</summary>
public static class LocalTarget
{
    /// <summary>The address when it is a path of ours, else the home page.</summary>
    public static string Of(string? wished) =>
        wished is { Length: > 0 and <= 500 } && wished[0] == '/' && (wished.Length == 1 || wished[1] is not ('/' or '\\')) && !wished.Any(char.IsControl) ? wished : "/";
}
