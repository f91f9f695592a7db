using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Gera.Hub.Storage;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace Gera.Hub.People.Mail;

/// <summary>Makes the message out of a waiting mail: its template's words in the reader's language, as text and as HTML.</summary>
public sealed class MailWriter(IEnumerable<IMailTemplate> templates, PublicAddress address, IOptions<MailOptions> options, IStringLocalizer<MailTexts> texts)
{
    private readonly Dictionary<string, IMailTemplate> templates = templates.ToDictionary(t => t.Kind, StringComparer.Ordinal);

    /// <param name="to">A bare address: a name beside it would let whoever registers with somebody else's address write to them.</param>
    /// <exception cref="UnwritableMail">No attempt will ever succeed.</exception>
    public MimeMessage Write(OutgoingMail mail, string to, string language)
    {
        if (!templates.TryGetValue(mail.Kind, out var template)) throw new UnwritableMail($"no template {mail.Kind}");
        if (!TryAddress(to, out var recipient)) throw new UnwritableMail("address unreadable");
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en" : "de");
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            using var data = JsonDocument.Parse(mail.Data);
            return Message(mail, (MailboxAddress)recipient, template.Write(data.RootElement), culture.TwoLetterISOLanguageName);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UnwritableMail($"template {mail.Kind} failed: {e.GetType().Name}", e);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    /// <summary>One plain address, without a name, a route or a line end.</summary>
    internal static bool TryAddress(string? text, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        if (text is not { Length: > 2 and <= 254 } || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return false;
        if (!MailboxAddress.TryParse(text, out var parsed) || parsed.Address != text || !parsed.Address.Contains('@', StringComparison.Ordinal)) return false;
        mailbox = parsed;
        return true;
    }

    /// <summary>One line, whatever was typed: a line end in a subject would begin a header of a stranger's.</summary>
    internal static string OneLine(string text, int most = 200)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Trim();
        if (line.Length <= most) return line;
        var end = char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return line[..end] + "…";
    }

    private MimeMessage Message(OutgoingMail mail, MailboxAddress to, MailWords words, string language)
    {
        var (button, unsubscribe) = (words.Button is { } b ? (b.Label, address.Of(b.Path)) : ((string, string)?)null, words.Unsubscribe is { } path ? address.Of(path) : null);
        var sheet = new MailSheet(OneLine(words.Subject), words.Paragraphs, button, unsubscribe, address.Root, language, texts);
        var from = MailboxAddress.Parse(options.Value.From);
        from.Name = options.Value.FromName;
        var message = new MimeMessage
        {
            Subject = sheet.Subject,
            Date = mail.At,
            // The same for every attempt, so that a mailbox can see that it was sent twice.
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Body = With(words.Files, new MultipartAlternative { Text("plain", sheet.Plain()), Text("html", sheet.Html()) }),
        };
        message.From.Add(from);
        message.To.Add(to);
        if (options.Value.ReplyTo is { } reply) message.ReplyTo.Add(MailboxAddress.Parse(reply));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, language);
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (unsubscribe is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static MimeEntity With(IReadOnlyList<MailFile> files, MimeEntity words)
    {
        if (files.Count == 0) return words;
        var mixed = new Multipart("mixed") { words };
        foreach (var file in files)
        {
            var part = new MimePart(ContentType.Parse(file.Type)) { ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Content))), FileName = file.Name };
            part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.Name };
            part.ContentType.Charset = "utf-8";
            mixed.Add(part);
        }
        return mixed;
    }

    private static TextPart Text(string kind, string content)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, content);
        return part;
    }
}

/// <summary>A mail that no attempt will ever make; the message says why, without addresses.</summary>
internal sealed class UnwritableMail(string message, Exception? inner = null) : Exception(message, inner);
