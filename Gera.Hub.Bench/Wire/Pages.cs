using System.Globalization;
using System.Text;

namespace Gera.Hub.Bench.Wire;

/// <summary>What a voter keeps of the page: that it came, and its cookies.</summary>
internal static class Pages
{
    public static bool HasHead(ReadOnlySpan<byte> answer) => answer.IndexOf("\r\n\r\n"u8) >= 0;

    /// <summary>Null: no whole head of an answer arrived.</summary>
    public static (int Status, string Cookies)? Read(byte[]? answer)
    {
        if (answer is null || !HasHead(answer))
            return null;
        var head = Encoding.ASCII.GetString(answer.AsSpan(0, answer.AsSpan().IndexOf("\r\n\r\n"u8)));
        const string setCookie = "Set-Cookie: ";
        var cookies = head.Split("\r\n").Where(line => line.StartsWith(setCookie, StringComparison.OrdinalIgnoreCase))
            .Select(line => line[setCookie.Length..].Split(';')[0]);
        return (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), string.Join("; ", cookies));
    }
}
