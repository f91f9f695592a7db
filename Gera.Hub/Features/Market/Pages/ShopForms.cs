using System.Globalization;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gera.Hub.Features.Market.Pages;

/// <summary>A form that was refused, for the page that is shown again.</summary>
internal sealed record ShopAttempt(string Sentence);

/// <summary>Plain forms of one button: what is refused is told on the shop's own page, where they stand.</summary>
internal static class ShopForms
{
    public static void Map(WebApplication app)
    {
        Of(app, "einreichen", (view, _, http, door) => Ask(door, http, new SubmitShop(view.Shop.Id)), "eingereicht");
        Of(app, "pruefen", (view, form, http, door) => Ask(door, http, new ReviewShop(view.Shop.Id, int.TryParse(form["fassung"], CultureInfo.InvariantCulture, out var edition) ? edition : 0, form["entscheidung"] == "ja", form["grund"])), "entschieden");
        Of(app, "aussetzen", (view, form, http, door) => Ask(door, http, new SuspendShop(view.Shop.Id, form["grund"])), "ausgesetzt");
        Of(app, "freigeben", (view, _, http, door) => Ask(door, http, new ReactivateShop(view.Shop.Id)), "freigegeben");
        Of(app, "schliessen", (view, _, http, door) => Ask(door, http, new CloseShop(view.Shop.Id)), null);
    }

    private static async Task<Refusal?> Ask<TWish>(Door door, HttpContext http, TWish wish) where TWish : IWish<Done> => (await door.Send<TWish, Done>(wish, http.ToCaller(), http.RequestAborted)).Refusal;

    /// <param name="told">What the page says afterwards; null where the shop is gone.</param>
    private static void Of(WebApplication app, string name, Func<ShopView, IFormCollection, HttpContext, Door, Task<Refusal?>> act, string? told)
    {
        app.MapPost($"/markt/{{slug}}/{name}", async (string slug, HttpContext http, ShopLook look, Register register, Door door) =>
        {
            if (await look.At(slug, await register.Who(http.ToCaller(), http.RequestAborted), http.RequestAborted) is not { } view) return Refusals.NotFound.ToHttp();
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (await act(view, form, http, door) is { } refusal) return view.MayChange ? Again(http, view.Shop.Slug, refusal) : refusal.ToHttp();
            return HttpAnswers.SeeOther(http, told is null ? "/mein-hub" : $"{Desk(view.Shop.Slug)}?gemeldet={told}");
        }).RequireForm().ExcludeFromDescription();
        app.MapGet($"/markt/{{slug}}/{name}", (string slug) => Results.LocalRedirect(Desk(slug))).ExcludeFromDescription();
    }

    private static string Desk(string slug) => $"/markt/{Uri.EscapeDataString(slug)}/betrieb";

    private static RazorComponentResult<App> Again(HttpContext http, string slug, Refusal refusal)
    {
        http.Items[typeof(ShopAttempt)] = new ShopAttempt(refusal.Sentence);
        http.Request.Path = Desk(slug);
        http.SetEndpoint(null);
        return new RazorComponentResult<App> { StatusCode = refusal.Status };
    }
}
