using System.Reflection;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People;

/// <summary>The room's door: accounts, log-in, the door for commands.</summary>
public static class PeopleRoom
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDbContext<PeopleDb>((provider, db) => db.UseNpgsql(provider.GetRequiredService<HubDatabase>().Source,
            pg => pg.MigrationsHistoryTable("migrations", PeopleDb.Schema)));
        services.AddDataProtection().SetApplicationName("Gera.Hub").PersistKeysToDbContext<PeopleDb>();
        services.AddIdentityCore<HubUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3; // with passkeys
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = options.Password.RequireDigit = options.Password.RequireUppercase = false;
            })
            .AddEntityFrameworkStores<PeopleDb>().AddDefaultTokenProviders();
        services.AddAuthentication(options => options.DefaultScheme = Tickets.Scheme)
            .AddPolicyScheme(Tickets.Scheme, null, options => options.ForwardDefaultSelector = Tickets.Choose)
            .AddBearerToken(IdentityConstants.BearerScheme, Tickets.ReadFromQuery)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => Tickets.Cookie(cookie, builder.Configuration));
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<Register>();
        services.AddSingleton<Outbox>().AddSingleton<Noticeboard>();
        services.AddPaces();
        services.AddSingleton<Door>();
        builder.AddAccounts();
        services.AddScoped<Names>().AddSingleton<PeopleReads>();
        services.AddMail();
        services.AddNotices();
        services.AddPersonalData();
        services.AddVerbs(Assembly.GetExecutingAssembly());
        services.AddSingleton(new Migration((provider, stop) => provider.GetRequiredService<PeopleDb>().Database.MigrateAsync(stop)));
        services.AddGrants();
        services.AddAdmin();
        services.AddSeed<PeopleSeeds>(0);
    }

    public static void MapPeople(this WebApplication app)
    {
        app.MapAccounts();
        app.MapGrants();
        app.MapAdmin();
        app.MapNotices();
        app.MapPersonalData();
    }

    private static void AddVerbs(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var verb in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>)))
                services.AddScoped(verb, type);
    }
}
