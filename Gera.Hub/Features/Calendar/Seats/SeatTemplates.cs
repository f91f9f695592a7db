using System.Text.Json;
using Gera.Hub.People.Mail;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Calendar.Seats;

/// <summary>How mails about registrations read. Each leads to the registration's own page, where nothing happens before a button is pressed.</summary>
internal sealed class SeatTemplate(string kind, IStringLocalizer<CalendarTexts> texts) : IMailTemplate
{
    private static readonly string[] Kinds = [SeatMails.Confirm, SeatMails.Again, SeatMails.Taken, SeatMails.Waiting, SeatMails.Offered, SeatMails.Lapsed, SeatMails.Reminder, SeatMails.Moved_, SeatMails.Cancelled_];

    public string Kind => kind;

    public MailWords Write(JsonElement data)
    {
        string Of(string field) => data.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var (title, at) = (Of("title"), data.GetProperty("at").GetDateTimeOffset());
        var when = data.TryGetProperty("allDay", out var whole) && whole.ValueKind == JsonValueKind.True ? EventTimes.Day(Berlin.Day(at)) : Berlin.Words(at);
        var paragraphs = new List<string> { texts["Mail_" + kind, title], texts["MailWhen", when] };
        if (Of("place") is { Length: > 0 } place) paragraphs.Add(texts["MailPlace", place]);
        if (Of("reason") is { Length: > 0 } reason && kind is SeatMails.Moved_ or SeatMails.Cancelled_) paragraphs.Add(texts["MailReason", Of("reason")]);
        if (kind == SeatMails.Offered && data.TryGetProperty("until", out var until) && until.ValueKind == JsonValueKind.String) paragraphs.Add(texts["MailUntil", Berlin.Words(until.GetDateTimeOffset())]);
        if (Of("ics").Length > 0) paragraphs.Add(texts["MailFile"]);
        return new MailWords(texts["MailSubject_" + kind, title], paragraphs, (texts["MailButton_" + kind], "/kalender/anmeldung/" + Of("code")))
        {
            Files = Of("ics") is { Length: > 0 } ics ? [new MailFile("termin.ics", "text/calendar", ics)] : [],
        };
    }

    public static void Add(IServiceCollection services)
    {
        foreach (var kind in Kinds) services.AddSingleton<IMailTemplate>(provider => new SeatTemplate(kind, provider.GetRequiredService<IStringLocalizer<CalendarTexts>>()));
    }
}
