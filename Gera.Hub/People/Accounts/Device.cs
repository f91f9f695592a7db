namespace Gera.Hub.People.Accounts;

/// <summary>Browser and system in words, so that people recognise their own devices. Nothing that would tell one phone from another of its kind.</summary>
public static class Device
{
    // The first that fits: nearly every browser also claims to be the ones below it.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(HttpContext http) => Of(http.Request.Headers.UserAgent.ToString());

    /// <summary>E.g. "Firefox, Android"; empty when the program says nothing we know.</summary>
    public static string Of(string agent) => string.Join(", ", new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(word => word.Length > 0));

    private static string Find((string Mark, string Name)[] known, string agent) => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? "";
}
