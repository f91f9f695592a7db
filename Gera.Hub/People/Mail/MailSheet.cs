using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Mail;

/// <summary>How our mails look: plain, without pictures, legible in a mail program that knows no styles. Called with the reader's language set.</summary>
internal sealed record MailSheet(string Subject, IReadOnlyList<string> Paragraphs, (string Label, string Address)? Button, string? Unsubscribe, string Home, string Language, IStringLocalizer<MailTexts> T)
{
    public string Plain()
    {
        var text = new StringBuilder();
        foreach (var paragraph in Paragraphs) text.Append(Readable(paragraph)).Append("\n\n");
        if (Button is { } button) text.Append(Readable(button.Label)).Append(":\n").Append(button.Address).Append("\n\n");
        text.Append("-- \n").Append(T["Foot"].Value).Append('\n').Append(Home).Append('\n');
        if (Unsubscribe is not null) text.Append(T["Unsubscribe"].Value).Append(": ").Append(Unsubscribe).Append('\n');
        return text.ToString();
    }

    public string Html()
    {
        var html = new StringBuilder();
        html.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(Subject)}</title></head>
            <body style="margin:0;background:#f6f2e9;color:#1d2433;font:17px/1.5 Verdana,Arial,sans-serif">
            <div style="max-width:36em;margin:0 auto;padding:24px 16px">
            <p style="margin:0 0 16px;font-weight:bold">Gera.Hub</p>
            <div style="background:#fff;border-top:4px solid #b58500;padding:24px">
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">{Safe(Subject)}</h1>
            """);
        foreach (var paragraph in Paragraphs) html.Append("\n<p style=\"margin:0 0 16px;overflow-wrap:anywhere\">").Append(Safe(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        if (Button is { } button)
            html.Append("\n<p style=\"margin:24px 0\"><a href=\"").Append(Safe(button.Address)).Append("\" style=\"display:inline-block;background:#1d2433;color:#fff;padding:12px 20px;text-decoration:none\">")
                .Append(Safe(button.Label)).Append("</a></p>\n<p style=\"margin:0;font-size:14px;overflow-wrap:anywhere\">").Append(Safe(button.Address)).Append("</p>");
        html.Append("\n</div>\n<p style=\"font-size:14px;color:#4a5163\">").Append(Safe(T["Foot"].Value)).Append(" <a href=\"").Append(Safe(Home)).Append("\" style=\"color:#1d2433\">").Append(Safe(Home)).Append("</a>");
        if (Unsubscribe is not null) html.Append("<br><a href=\"").Append(Safe(Unsubscribe)).Append("\" style=\"color:#1d2433\">").Append(Safe(T["Unsubscribe"].Value)).Append("</a>");
        return html.Append("</p>\n</div></body></html>\n").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(Readable(text));

    /// <summary>Without control characters and without marks that turn the direction of what follows.</summary>
    private static string Readable(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))]);
}
