namespace Gera.Hub.People.Admin;

/// <summary>A section of the administration; rooms may register more.</summary>
/// <param name="Href">Its address below <c>/verwaltung</c>.</param>
/// <param name="TextKey">Key of its name in <paramref name="Texts"/>; the same key with "Lead" says what it is for.</param>
/// <param name="Needs">Whoever may not does not see it. It hides, it does not protect: page and door do.</param>
public sealed record AdminSection(string Href, string TextKey, Type Texts, Permission Needs, int Order);

internal static class AdminParts
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<PersonList>().AddSingleton<GrantLog>().AddSingleton<BlockList>().AddSingleton<CodeList>().AddSingleton<DeedLog>();
        (string, string, Permission)[] sections =
        [
            ("/verwaltung/personen", "People", Permission.Administer), ("/verwaltung/rollen", "Roles", Permission.Administer), ("/verwaltung/sperren", "Blocks", Permission.Moderate),
            ("/verwaltung/einladungen", "Invitations", Permission.Administer), ("/verwaltung/wohnsitz", "Residents", Permission.Desk), ("/verwaltung/einstellungen", "Settings", Permission.Administer),
            ("/verwaltung/post", "Mails", Permission.Administer), ("/verwaltung/zustand", "Health", Permission.Administer), ("/verwaltung/protokoll", "Deeds", Permission.Administer),
        ];
        foreach (var (index, (href, key, needs)) in sections.Index()) services.AddSingleton(new AdminSection(href, key, typeof(AdminTexts), needs, 10 * (index + 1)));
        foreach (var role in new[] { Role.Administrator, Role.Moderator, Role.Desk }) services.AddSingleton(new Shell.NavEntry("/verwaltung", "NavAdmin", typeof(AdminTexts), 95, role));
    }

    public static void MapAdmin(this WebApplication app) =>
        app.MapGet("/verwaltung/protokoll.csv", async (HttpContext http, Register register, DeedLog log) =>
        {
            var filter = DeedFilter.Read(http.Request.Query["person"], http.Request.Query["was"], http.Request.Query["von"], http.Request.Query["bis"]);
            if (Permission.Administer.Check(await register.Who(http.ToCaller(), http.RequestAborted), null, Scope.None) is { } refusal) return refusal.ToHttp();
            return Results.File(await log.Csv(filter, http.RequestAborted), "text/csv; charset=utf-8", "protokoll.csv");
        }).ExcludeFromDescription();
}
