using System.Text.Json;
using Gera.Hub.People.Mail;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Grants;

/// <summary>An invitation with its link.</summary>
internal sealed class InvitationMail(IStringLocalizer<GrantTexts> texts) : IMailTemplate
{
    public const string Name = "invitation";

    public string Kind => Name;

    public MailWords Write(JsonElement data)
    {
        var told = data.Deserialize<Told>(JsonSerializerOptions.Web)!;
        return new MailWords(texts["InvitationSubject"], [texts["InvitationText", RoleWords.Of(texts, told.Role, told.Scope)], texts["InvitationHow", Berlin.Words(told.Until)]],
            (texts["InvitationButton"], $"/einladung/{told.Code}"));
    }

    internal sealed record Told(string Role, string Scope, string Code, DateTimeOffset Until);
}

/// <summary>Tells someone that and why they are blocked, until when, and how to appeal.</summary>
internal sealed class BlockMail(IStringLocalizer<GrantTexts> texts) : IMailTemplate
{
    public const string Name = "block";

    public string Kind => Name;

    public MailWords Write(JsonElement data)
    {
        var told = data.Deserialize<Told>(JsonSerializerOptions.Web)!;
        return new MailWords(texts["BlockSubject"], [texts["BlockText", Berlin.Words(told.Until)], texts["BlockReason", told.Reason], texts["BlockHow"]], (texts["BlockButton"], AppealPage.Address));
    }

    internal sealed record Told(string Reason, DateTimeOffset Until);
}

/// <summary>The answer to an appeal.</summary>
internal sealed class AppealMail(IStringLocalizer<GrantTexts> texts) : IMailTemplate
{
    public const string Name = "appeal";

    public string Kind => Name;

    public MailWords Write(JsonElement data)
    {
        var told = data.Deserialize<Told>(JsonSerializerOptions.Web)!;
        return new MailWords(texts["AppealSubject"], [texts[told.Lift ? "AppealLifted" : "AppealKept"], texts["AppealReason", told.Words]], (texts["BlockButton"], AppealPage.Address));
    }

    internal sealed record Told(string Words, bool Lift);
}

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    /// <summary>e.g. "Leitung der Arbeitsgruppe Energie und Umwelt".</summary>
    public static string Of(IStringLocalizer<GrantTexts> texts, string role, string scope) => role switch
    {
        Role.Leader when WorkingGroup.All.Contains(scope) => texts["LeaderOf", texts["Group_" + scope]],
        _ when scope.Length > 0 => $"{texts["Role_" + role]} ({scope})",
        _ => texts["Role_" + role],
    };
}
