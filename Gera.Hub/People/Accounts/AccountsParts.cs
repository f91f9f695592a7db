using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Accounts.OpenId;
using Gera.Hub.People.Accounts.Passkeys;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People.Accounts;

/// <summary>What belongs to accounts: registration, the ways to log in, the account's own pages.</summary>
internal static class AccountsParts
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<LogInGate>().AddSingleton<Sightings>().AddSingleton<KnownDevices>().AddScoped<LogIn>().AddScoped<SignIns>();
        services.AddSingleton<FactorKeys>().AddScoped<SecondFactor>();
        services.AddScoped<AccountBoard>();
        services.AddAccountMails();
        services.AddSeed<FirstStart>(1);
        services.AddPasskeys(builder.Configuration);
        builder.AddOpenId();
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost("/api/account/login", async (LogInForm form, LogIn logIn, HttpContext http) =>
            {
                var answer = await logIn.Try(form.Email, form.Password, form.Code, Device.Of(http), http.RequestAborted);
                return answer.Granted
                    ? Results.SignIn(answer.Value, authenticationScheme: IdentityConstants.BearerScheme)
                    : answer.Refusal!.ToHttp();
            })
            .WithName("LogIn").WithSummary("Logs in. The access token goes into the header 'Authorization: Bearer'.")
            .Produces<Microsoft.AspNetCore.Authentication.BearerToken.AccessTokenResponse>().ProducesProblem(401).DisableAntiforgery();
        app.MapPost("/abmelden", async (SignIns signIns, HttpContext http) =>
        {
            if (http.User.ToCaller() is { User: { } user, SignIn: { } signIn }) await signIns.End(user, signIn, http.RequestAborted);
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect("~/");
        }).RequireForm().ExcludeFromDescription();
        app.MapPasskeys();
        app.MapOpenId();
    }
}

/// <summary>What <c>POST /api/account/login</c> takes.</summary>
/// <param name="Code">The second factor, where the account has one.</param>
public sealed record LogInForm(string? Email, string? Password, string? Code = null);
