namespace Gera.Hub.Tests.Testing;

/// <summary>What people type who mean no good (guards: bad input).</summary>
internal static class Hostile
{
    public static readonly string[] All =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "</p></div><style>*{display:none}</style>", "\u202Egpj.exe\u2066", "null\u200Bbreite",
        "Anna\r\nBcc: opfer@gera.example", "Anna\nSubject: Gewinn", "=?utf-8?q?x?=", "{{7*7}} ${7*7} %0d%0aBcc:x@y.z", "a" + new string('\u0301', 4000), "😀 Ünïcödé ẞ", "' or 1=1 --", "=cmd|' /C calc'!A0",
    ];
}
