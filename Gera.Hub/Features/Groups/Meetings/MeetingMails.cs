using System.Text.Json;
using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.Shell;
using Marten;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Mails to the members of a group, in the transaction of the deed they tell of. Each has a key of meeting, place-and-time and person: it goes once.</summary>
internal sealed class MeetingMails(Outbox outbox, MeetingFile file)
{
    public const string Invitation = "meeting-invitation", Off = "meeting-cancelled";

    public async Task Send(string kind, Meeting about, Deed deed)
    {
        var members = await deed.Session.Query<GroupMember>().Where(m => m.Group == about.Group).Select(m => m.Person).ToListAsync(deed.Stop);
        var data = new
        {
            title = about.Facts.Title,
            group = about.Group,
            from = about.StartsAt,
            until = about.EndsAt,
            place = about.Facts.Place ?? "",
            online = about.Facts.Online ?? "",
            reason = about.Reason,
            items = about.Items.Select(i => i.Title),
            path = MeetingBoard.Path(about),
            ics = file.Of(about),
        };
        foreach (var person in members) outbox.Post(deed.Session, new Letter(kind, data, person, Key: $"{kind}:{about.Id}:{about.Moves}:{person}"));
    }
}

/// <summary>How mails about meetings read.</summary>
internal sealed class MeetingTemplate(string kind, IStringLocalizer<GroupTexts> texts, IStringLocalizer<GrantTexts> names) : IMailTemplate
{
    public string Kind => kind;

    public MailWords Write(JsonElement data)
    {
        string Of(string field) => data.GetProperty(field).GetString()!;
        var (title, group) = (Of("title"), names["Group_" + Of("group")].Value);
        var paragraphs = new List<string> { texts["Mail_" + kind, title, group], texts["MailWhen", MeetingTimes.Of(data.GetProperty("from").GetDateTimeOffset(), data.GetProperty("until").GetDateTimeOffset())] };
        if (Of("place") is { Length: > 0 } place) paragraphs.Add(texts["MailPlace", place]);
        if (Of("online") is { Length: > 0 } online && kind == MeetingMails.Invitation) paragraphs.Add(texts["MailOnline", online]);
        if (kind == MeetingMails.Off) paragraphs.Add(texts["MailReason", Of("reason")]);
        else if (data.GetProperty("items").EnumerateArray().Select((item, n) => $"{n + 1}. {item.GetString()}").ToArray() is { Length: > 0 } items) paragraphs.Add($"{texts["Agenda"]}:\n{string.Join('\n', items)}");
        return new MailWords(texts["MailSubject_" + kind, title], paragraphs, (texts["MailButton"], Of("path")))
        {
            Files = Of("ics") is { Length: > 0 } ics ? [new MailFile("treffen.ics", "text/calendar", ics)] : [],
        };
    }

    public static void Add(IServiceCollection services)
    {
        foreach (var kind in new[] { MeetingMails.Invitation, MeetingMails.Off })
            services.AddSingleton<IMailTemplate>(provider => new MeetingTemplate(kind, provider.GetRequiredService<IStringLocalizer<GroupTexts>>(), provider.GetRequiredService<IStringLocalizer<GrantTexts>>()));
    }
}
