using Gera.Hub.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts.Passkeys;

/// <summary>Passkeys at the door: what the pages' script asks and sends. All of it are forms of ours.</summary>
internal static class PasskeyForms
{
    /// <summary>Every look at the log-in page asks; behind one address there may be a school.</summary>
    private static readonly Pace Asking = new(60, 1200, TimeSpan.FromMinutes(10));

    public static void AddPasskeys(this IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<IPasskeyHandler<HubUser>, PasskeyHandler<HubUser>>().AddScoped<PasskeyCheck>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            var address = Uri.TryCreate(settings["Hub:PublicAddress"], UriKind.Absolute, out var given) ? given : null;
            // Without a public address the hub is tried out on somebody's own machine, under whatever name that has.
            options.ServerDomain = address?.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin
                && context.Origin == (address is not null ? address.GetLeftPart(UriPartial.Authority) : $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}"));
        });
    }

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/anmelden/passkey/frage", Ask).RequireForm().ExcludeFromDescription();
        app.MapPost("/anmelden/passkey", LogIn).RequireForm().ExcludeFromDescription();
        app.MapPost("/konto/passkey/frage", AskForNew).RequireForm().RequireAuthorization().ExcludeFromDescription();
        app.MapPost("/konto/passkey", Add).RequireForm().RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> Ask(HttpContext http, PasskeyCheck check, Paces paces) =>
        paces.Allows(typeof(PasskeyQuestion), Asking, Person.Nobody, http.ToCaller()) ? Results.Json(await check.AskAnyone(http)) : Refusals.TooFast.ToHttp();

    private static async Task<IResult> LogIn(HttpContext http, PasskeyCheck check, KnownDevices devices)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var answer = await check.LogIn(form["ticket"], form["credential"], Device.Of(http), user => devices.Knows(http, user), http);
        if (!answer.Granted) return Results.LocalRedirect($"/anmelden?fehler=passkey&ziel={Uri.EscapeDataString(LocalTarget.Of(form["ziel"]))}");
        devices.Remember(http, answer.Value.User);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, answer.Value.Ticket);
        return Results.LocalRedirect(LocalTarget.Of(form["ziel"]));
    }

    private static async Task<IResult> AskForNew(HttpContext http, PasskeyCheck check, Register register, PeopleDb db, TimeProvider clock)
    {
        var person = await register.Who(http.ToCaller(), http.RequestAborted);
        if (person.Id is not { } id) return Refusals.LogInFirst.ToHttp();
        // Told before the person is asked for finger or face, not after.
        if (await AccountRules.MayChangeKeys(db, person, clock.GetUtcNow(), http.RequestAborted) is { } refusal) return refusal.ToHttp();
        return Results.Json(await check.AskForNew(await db.Users.SingleAsync(u => u.Id == id, http.RequestAborted), http));
    }

    private static async Task<IResult> Add(HttpContext http, PasskeyCheck check, Door door)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var made = http.ToCaller().User is { } user ? await check.Made(user, form["ticket"], form["credential"], http) : null;
        string? name = form["name"];
        var answer = await door.Send<AddPasskey, Done>(new AddPasskey(made, string.IsNullOrWhiteSpace(name) ? Device.Of(http) : name), http.ToCaller(), http.RequestAborted);
        return Results.LocalRedirect("/konto/sicherheit?" + (answer.Granted ? "ok=passkey" : $"nein={answer.Refusal!.Code}"));
    }
}
