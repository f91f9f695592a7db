using System.Globalization;
using Gera.Hub.People.Data;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.People.Notices;

/// <summary>What notices need; called from the room's door.</summary>
internal static class NoticeParts
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddScoped<NoticeList>().AddSingleton<UnsubscribeCodes>().AddSingleton<IMailTemplate, DigestMail>();
        services.AddSingleton<Digests>().AddHostedService(provider => provider.GetRequiredService<Digests>());
        services.AddSingleton<FollowBoard>().AddSingleton(new FollowKind(Around.Kind, (provider, key, _) => Task.FromResult(Around.Find(provider, key))));
        services.AddSingleton(new MyHubSection(typeof(UnreadNotices), 0));
    }

    public static void MapNotices(this WebApplication app)
    {
        app.MapPost("/mein-hub/hinweis/{notice:guid}", (Guid notice, HttpContext http, Door door) => Read(notice, http, door)).RequireForm().ExcludeFromDescription();
        app.MapPost("/mein-hub/hinweise", (HttpContext http, Door door) => Read(null, http, door)).RequireForm().ExcludeFromDescription();
        app.MapPost("/folgen", Follow).RequireForm().ExcludeFromDescription();
        // Mail programs send this by themselves, without a cookie, and follow no redirect (RFC 8058): hence no antiforgery, and the page itself as the answer.
        app.MapPost("/abbestellen/{code}", async (string code, HttpContext http, Door door) =>
        {
            var answer = await door.Send<Unsubscribe, Done>(new Unsubscribe(code), Caller.Nobody with { Address = http.Connection.RemoteIpAddress?.ToString() }, http.RequestAborted);
            if (answer is { Granted: false, Refusal.Status: not 404 }) return answer.Refusal.ToHttp();
            if (answer.Granted) http.Items[typeof(Unsubscribe)] = true;
            http.SetEndpoint(null);
            return new RazorComponentResult<App> { StatusCode = answer.Granted ? 200 : 404 };
        }).WithOrder(-1).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Follow(HttpContext http, Door door)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var target = form["art"] == Around.Kind && int.TryParse(form["umkreis"], CultureInfo.InvariantCulture, out var radius) ? Around.Target(form["stadtteil"].ToString(), radius) : form["ziel"].ToString();
        var answer = await door.Send<FollowThing, Done>(new FollowThing(target, form["folgen"] == "ja"), http.ToCaller(), http.RequestAborted);
        return answer.ToHttp(_ => Results.LocalRedirect(LocalTarget.Of(form["zurueck"])));
    }

    private static async Task<IResult> Read(Guid? notice, HttpContext http, Door door)
    {
        var answer = await door.Send<ReadNotice, NoticeRead>(new ReadNotice(notice), http.ToCaller(), http.RequestAborted);
        return answer.ToHttp(read => Results.LocalRedirect(LocalTarget.Of(read.Link)));
    }
}
