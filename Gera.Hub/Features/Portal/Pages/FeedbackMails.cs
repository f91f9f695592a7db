using System.Text.Json;
using Gera.Hub.People.Mail;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Mails to those who wrote to the city and left an address.</summary>
internal static class FeedbackMails
{
    public const string Taken = "feedback-taken", Answered = "feedback-answered";

    public static void AddFeedbackMails(this IServiceCollection services)
    {
        services.AddSingleton<IMailTemplate, TakenMail>().AddSingleton<IMailTemplate, AnsweredMail>();
    }

    private static string Of(JsonElement data, string field) => data.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";

    private sealed class TakenMail(IStringLocalizer<PageTexts> texts) : IMailTemplate
    {
        public string Kind => Taken;

        public MailWords Write(JsonElement data) =>
            new(texts["MailTakenSubject", Of(data, "reference")], [texts["MailTakenText", Of(data, "reference")], texts["MailTakenHow"]], (texts["MailTakenButton"], $"/rueckmeldung/{Of(data, "code")}"));
    }

    private sealed class AnsweredMail(IStringLocalizer<PageTexts> texts) : IMailTemplate
    {
        public string Kind => Answered;

        public MailWords Write(JsonElement data) =>
            new(texts["MailAnsweredSubject", Of(data, "reference")], [texts["MailAnsweredText", Of(data, "reference")], Of(data, "words"), texts["MailAnsweredAgain"]], (texts["MailAnsweredButton"], "/kontakt"));
    }
}
