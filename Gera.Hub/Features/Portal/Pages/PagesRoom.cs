using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Static and legal pages, and what people write to the city; called from the portal's door.</summary>
internal static class PagesRoom
{
    private static readonly TimeSpan AnsweredKept = TimeSpan.FromDays(365);

    public static void AddPages(this IServiceCollection services)
    {
        services.ConfigureMarten(options =>
        {
            options.Schema.For<PageText>();
            options.Schema.For<PageVersion>().Index(v => v.Text);
            options.Schema.For<Feedback>().UniqueIndex(f => f.Secret).UniqueIndex(f => f.Reference);
        });
        services.AddSingleton<PageShelf>().AddSingleton<FeedbackBox>().AddSingleton<ISearchSource, PageSearch>();
        services.FoundDocument<PageText>(PageSearch.Name, t => PageKey.All.First(k => k.Id == t.Id).Number);
        services.AddFeedbackMails();
        services.AddSingleton(new Retention("Feedback", typeof(PageTexts), AnsweredKept, "delete from hub.mt_doc_feedback where (data ->> 'answeredAt')::timestamptz < $1"));
        services.AddScoped<IPersonalData, FeedbackData>();
        foreach (var (index, page) in PageKey.Pages.Index()) services.AddSingleton(new FooterEntry("/" + page, "Foot_" + page, typeof(PageTexts), 100 + 10 * index));
        services.AddSingleton(Way(PageVariant.Easy, PageKey.EasyRoot, "book", 10)).AddSingleton(Way(PageVariant.Sign, PageKey.SignRoot, "signs", 20));
        services.AddSingleton(new AdminSection("/verwaltung/seiten", "PagesDesk", typeof(PageTexts), Permission.Edit, 40)).AddSingleton(new AdminSection("/verwaltung/rueckmeldungen", "FeedbackDesk", typeof(PageTexts), Permission.Edit, 41));
        services.AddSingleton(new NavEntry("/verwaltung", "NavAdmin", typeof(AdminTexts), 95, Role.Editor));
        services.AddSeed<PageSeeds>(30);
    }

    private static HeaderEntry Way(PageVariant variant, string root, string icon, int order) =>
        new("/" + root, "Foot_" + root, typeof(PageTexts), icon, order) { Same = path => PageKey.At(path, Language.German)?.As(variant)?.Address };

    public static void MapPages(this WebApplication app)
    {
        // RFC 9116. It may be a year old at most, and asks to be read anew by then.
        app.MapGet("/.well-known/security.txt", (PublicAddress address, TimeProvider clock) => Results.Text(
            $"""
            Contact: {address.Of("/kontakt")}
            Expires: {new DateTimeOffset(clock.GetUtcNow().Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}
            Preferred-Languages: de, en
            Canonical: {address.Of("/.well-known/security.txt")}

            """)).ExcludeFromDescription();
        app.MapGet("/robots.txt", (PublicAddress address) => Results.Text(
            $"""
            User-agent: *
            Disallow: /verwaltung
            Disallow: /konto
            Disallow: /mein-hub
            Disallow: /rueckmeldung/
            Disallow: /api/
            Disallow: /hubs/
            Sitemap: {address.Of("/sitemap.xml")}

            """)).ExcludeFromDescription();
    }
}
