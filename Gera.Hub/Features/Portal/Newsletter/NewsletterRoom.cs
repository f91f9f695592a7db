using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.People.Mail;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Announcements by mail, for anybody with an address; called from the portal's door.</summary>
internal static class NewsletterRoom
{
    /// <summary>
    /// <c>readers</c>: who gets mails, asked for and confirmed when, by which words of consent (proof of the double opt-in); up to which moment they were told.
    /// <c>outlet</c> is whom a journalist writes for: the press list, apart from the newsletter, so that one address can be in both.
    /// Whoever ends it is gone from here at once.
    /// </summary>
    private const string Sql = """
        create schema if not exists portal;
        create table if not exists portal.readers (
            id uuid primary key, address text not null, themes text[] not null, rhythm smallint not null, language text not null, terms text not null,
            asked_at timestamptz not null, confirmed_at timestamptz, told_until timestamptz not null);
        alter table portal.readers add column if not exists outlet text;
        drop index if exists portal.readers_address;
        create unique index if not exists readers_once on portal.readers (lower(address), (outlet is null));
        """;

    private static readonly TimeSpan UnconfirmedKept = TimeSpan.FromDays(7);

    public static void AddNewsletter(this IServiceCollection services)
    {
        services.AddSingleton(new Migration(async (provider, stop) =>
        {
            await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
            await command.ExecuteNonQueryAsync(stop);
        }));
        services.AddSingleton<ReaderCodes>().AddSingleton<ReaderList>().AddSingleton<PressList>();
        services.AddSingleton<NewsletterClock>().AddHostedService(provider => provider.GetRequiredService<NewsletterClock>());
        services.AddSingleton<IMailTemplate, ConfirmReaderMail>().AddSingleton<IMailTemplate, KnownReaderMail>().AddSingleton<IMailTemplate, NewsMail>().AddSingleton<IMailTemplate, PressContactMail>();
        services.AddSingleton(new Retention("Reader", typeof(NewsletterTexts), UnconfirmedKept, "delete from portal.readers where confirmed_at is null and asked_at < $1"));
        services.AddScoped<IPersonalData, ReaderData>();
        services.AddSingleton(new AdminSection("/presse/redaktion/verteiler", "PressListTitle", typeof(NewsletterTexts), Permission.Press, 37));
        services.AddSingleton(new FooterEntry("/newsletter", "NewsletterTitle", typeof(NewsletterTexts), 20));
    }

    public static void MapNewsletter(this WebApplication app) =>
        // Mail programs send this by themselves, without a cookie, and follow no redirect (RFC 8058): hence no antiforgery, and the page itself as the answer.
        app.MapPost("/newsletter/abmelden/{code}", async (string code, HttpContext http, Door door) =>
        {
            var answer = await door.Send<EndReader, Done>(new EndReader(code), Caller.Nobody with { Address = http.Connection.RemoteIpAddress?.ToString() }, http.RequestAborted);
            if (answer is { Granted: false, Refusal.Status: not 404 }) return answer.Refusal.ToHttp();
            http.Items[typeof(EndReader)] = answer.Granted;
            http.SetEndpoint(null);
            return new RazorComponentResult<App> { StatusCode = answer.Granted ? 200 : 404 };
        }).WithOrder(-1).DisableAntiforgery().ExcludeFromDescription();
}
