using System.Text.Json;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Push;
using Gera.Hub.Storage;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gera.Hub.People.Grants;

/// <summary>What roles, blocks, invitations, resident codes and settings bring along.</summary>
internal static class GrantParts
{
    public static void AddGrants(this IServiceCollection services)
    {
        services.AddSingleton<OneTimeCodes>().AddSingleton<RunSettings>().AddSingleton<ScopeCheck>().AddScoped<GrantList>().AddSingleton<OfferList>().AddSingleton<BlockFile>();
        services.AddSingleton(new RoleScopes(Role.Leader, (group, _) => Task.FromResult(WorkingGroup.All.Contains(group)), WorkingGroup.All));
        services.AddOptions<RunOptions>().BindConfiguration(RunOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(Known(RunSettings.InvitationDays, "InvitationDays", o => o.InvitationDays, 1, 90));
        services.AddSingleton(Known(RunSettings.ResidentDays, "ResidentDays", o => o.ResidentDays, 1, 365));
        services.AddSingleton(Known(RunSettings.Registration, "RegistrationOpen", o => o.Registration ? 1 : 0, 0, 1));
        services.AddSingleton(new Migration((provider, stop) => provider.GetRequiredService<RunSettings>().Load(stop)));
        services.AddSingleton<IMailTemplate, InvitationMail>().AddSingleton<IMailTemplate, BlockMail>().AddSingleton<IMailTemplate, AppealMail>();
        services.AddSingleton(provider => new NoticeKind(GrantRoleVerb.Notice, typeof(GrantTexts), "NoticeRole", Rhythm.AtOnce, (data, _) => Sentence(provider.GetRequiredService<IStringLocalizer<GrantTexts>>(), data)));
    }

    public static void MapGrants(this WebApplication app) =>
        app.Services.GetRequiredService<RunSettings>().Hear(app.Services.GetRequiredService<Postbox>(), app.Services.GetRequiredService<ILogger<Door>>());

    private static KnownSetting Known(string name, string label, Func<RunOptions, int> value, int least, int most) =>
        new(name, typeof(GrantTexts), label, provider => value(provider.GetRequiredService<IOptions<RunOptions>>().Value), least, most);

    private static string Sentence(IStringLocalizer<GrantTexts> texts, JsonElement data) =>
        texts[data.GetProperty("given").GetBoolean() ? "NoticeGiven" : "NoticeEnded", RoleWords.Of(texts, data.GetProperty("role").GetString()!, data.GetProperty("for").GetString() ?? "")];
}
