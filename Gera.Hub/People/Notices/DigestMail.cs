using System.Text.Json;
using Gera.Hub.People.Mail;
using Gera.Hub.Storage;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Notices;

/// <summary>One notice in a mail.</summary>
/// <param name="Data">What its sentence is filled with, as JSON.</param>
public sealed record DigestItem(string Kind, int Times, string Data, string Link, DateTimeOffset At);

/// <param name="Unsubscribe">A path of ours.</param>
public sealed record DigestData(IReadOnlyList<DigestItem> Items, string Unsubscribe);

/// <summary>Tells of one notice or of several, newest first, each in one sentence with where to look.</summary>
internal sealed class DigestMail(IEnumerable<NoticeKind> kinds, PublicAddress address, IStringLocalizer<NoticeTexts> texts) : IMailTemplate
{
    public const string Name = "notices";

    public string Kind => Name;

    public MailWords Write(JsonElement data)
    {
        var digest = data.Deserialize<DigestData>(JsonSerializerOptions.Web)!;
        var lines = digest.Items.Select(i => (Sentence: NoticeList.Sentence(kinds, i.Kind, i.Data, i.Times), i.Link)).Where(l => l.Sentence is not null).ToArray();
        return lines is [var one]
            ? new MailWords(texts["SubjectOne"], [one.Sentence!, texts["Rules"]], (texts["Look"], LocalTarget.Of(one.Link)), digest.Unsubscribe)
            : new MailWords(texts["SubjectSeveral", lines.Length], [texts["Intro"], .. lines.Select(l => $"{l.Sentence}\n{address.Of(LocalTarget.Of(l.Link))}"), texts["Rules"]], (texts["Look"], "/mein-hub"), digest.Unsubscribe);
    }
}
