using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Gera.Hub.Storage;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>One announcement in a mail.</summary>
/// <param name="Link">A path of ours.</param>
public sealed record NewsItem(string Title, string Lead, string Link);

/// <param name="Keep">Path of the page that changes or ends it.</param>
/// <param name="End">Path of the one click that ends it.</param>
public sealed record NewsData(IReadOnlyList<NewsItem> Items, string Keep, string End);

/// <summary>Asks whether the owner of the address wants it (double opt-in).</summary>
internal sealed class ConfirmReaderMail(IStringLocalizer<NewsletterTexts> texts) : IMailTemplate
{
    public const string Name = "newsletter-confirm";

    public string Kind => Name;

    public MailWords Write(JsonElement data) => new(texts["ConfirmSubject"], [texts["ConfirmText"], texts["ConfirmOrNothing"]], (texts["ConfirmButton"], LocalTarget.Of(data.GetProperty("link").GetString())));
}

/// <summary>Somebody typed an address that gets it already.</summary>
internal sealed class KnownReaderMail(IStringLocalizer<NewsletterTexts> texts) : IMailTemplate
{
    public const string Name = "newsletter-known";

    public string Kind => Name;

    public MailWords Write(JsonElement data) => new(texts["KnownSubject"], [texts["KnownText"]], (texts["KeepButton"], LocalTarget.Of(data.GetProperty("link").GetString())));
}

/// <summary>The press office put this address on its list: said at once, and ended with one click.</summary>
internal sealed class PressContactMail(PublicAddress address, IStringLocalizer<NewsletterTexts> texts) : IMailTemplate
{
    public const string Name = "press-contact";

    public string Kind => Name;

    public MailWords Write(JsonElement data) => new(texts["ContactSubject"], [texts["ContactText"], $"{texts["NewsKeep"]}\n{address.Of(LocalTarget.Of(data.GetProperty("keep").GetString()))}"], (texts["ToNews"], "/presse"), LocalTarget.Of(data.GetProperty("end").GetString()));
}

/// <summary>What was published since, newest first.</summary>
internal sealed class NewsMail(PublicAddress address, IStringLocalizer<NewsletterTexts> texts) : IMailTemplate
{
    public const string Name = "newsletter";

    public string Kind => Name;

    public MailWords Write(JsonElement data)
    {
        var news = data.Deserialize<NewsData>(JsonSerializerOptions.Web)!;
        string Words(NewsItem item) => $"{item.Title}\n{item.Lead}\n{address.Of(LocalTarget.Of(item.Link))}";
        return new MailWords(news.Items is [var one] ? one.Title : texts["NewsSubject", news.Items.Count], [.. news.Items.Select(Words), $"{texts["NewsKeep"]}\n{address.Of(LocalTarget.Of(news.Keep))}"], (texts["NewsButton"], "/presse"), LocalTarget.Of(news.End));
    }
}
