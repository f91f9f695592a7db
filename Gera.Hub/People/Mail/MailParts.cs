using Microsoft.Extensions.Options;

namespace Gera.Hub.People.Mail;

/// <summary>What mails need; called from the room's door.</summary>
internal static class MailParts
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<MailWriter>().AddScoped<MailQueue>().AddScoped<PostDesk>();
        services.AddSingleton<SmtpCarrier>().AddSingleton<FolderCarrier>();
        services.AddSingleton<IMailCarrier>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Server is null
            ? provider.GetRequiredService<FolderCarrier>()
            : provider.GetRequiredService<SmtpCarrier>());
        services.AddSingleton<Postman>().AddHostedService(provider => provider.GetRequiredService<Postman>());
    }
}
