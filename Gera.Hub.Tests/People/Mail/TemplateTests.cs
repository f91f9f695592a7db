using System.Text.RegularExpressions;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Mail;

/// <summary>Every mail the hub can write, in both languages, filled with what people type who mean no good.</summary>
public sealed class TemplateTests(HubFixture home)
{
    /// <summary>One row a template: the data a letter of that kind carries, with a hostile text wherever a person's words can stand.</summary>
    private static readonly Dictionary<string, Func<string, object>> Rows = new()
    {
        [ProbeTemplate.Name] = words => new { words, unsubscribe = true },
        [DigestMail.Name] = words => new DigestData([.. Enumerable.Range(1, 3).Select(n => new DigestItem("answer", n, System.Text.Json.JsonSerializer.Serialize(new { title = words }), words, Some.Evening))], "/abbestellen/x"),
        [ConfirmReaderMail.Name] = words => new { link = words },
        [KnownReaderMail.Name] = words => new { link = words },
        [NewsMail.Name] = words => new NewsData([new NewsItem(words, words, words), new NewsItem(words, words, "/presse")], words, "/newsletter/abmelden/x"),
        [SeatMails.Confirm] = Seat,
        [SeatMails.Again] = Seat,
        [SeatMails.Taken] = Seat,
        [SeatMails.Waiting] = Seat,
        [SeatMails.Offered] = Seat,
        [SeatMails.Lapsed] = Seat,
        [SeatMails.Reminder] = Seat,
        [SeatMails.Moved_] = Seat,
        [SeatMails.Cancelled_] = Seat,
        [MeetingMails.Invitation] = Meeting,
        [MeetingMails.Off] = Meeting,
        [PressContactMail.Name] = words => new { keep = words, end = "/newsletter/abmelden/x" },
        ["feedback-taken"] = words => new { reference = words, code = "ABC" },
        ["feedback-answered"] = words => new { reference = "NA-ABC", words },
        ["confirm"] = words => new { name = words, code = "ABC" },
        ["known-address"] = _ => new { },
        ["reset"] = words => new { name = words, code = "ABC" },
        ["confirm-mail"] = words => new { name = words, code = "ABC" },
        ["mail-changed"] = _ => new { at = Some.Evening },
        ["password-changed"] = _ => new { at = Some.Evening },
        ["keys-changed"] = _ => new { at = Some.Evening, what = "passkeyAdded" },
        ["factor-reset"] = words => new { at = Some.Evening, reason = words },
        ["new-device"] = words => new { at = Some.Evening, device = words },
        ["invitation"] = _ => new { role = Role.Leader, scope = "energie", code = "ABC", until = Some.Evening },
        ["block"] = words => new { reason = words, until = Some.Evening },
        ["appeal"] = words => new { words, lift = true },
    };

    private static object Meeting(string words) => new { title = words, group = "energie", from = Some.Evening, until = Some.Evening.AddHours(2), place = words, online = "https://raum.example", reason = words, items = new[] { words, words }, path = "/gruppen/energie/treffen/x", ics = "BEGIN:VCALENDAR" };

    private static object Seat(string words) => new { title = words, at = Some.Evening, allDay = false, place = words, code = "x", until = Some.Evening, reason = words, ics = "BEGIN:VCALENDAR" };

    /// <summary>The data of a letter of that kind, as it is stored.</summary>
    internal static string Example(string kind, string words = "Ada Unger") => System.Text.Json.JsonSerializer.Serialize(Rows[kind](words), System.Text.Json.JsonSerializerOptions.Web);

    [Fact]
    public async Task Every_mail_is_safe_and_complete_in_both_languages()
    {
        var hub = await home.Hub();
        await using var scope = hub.Services.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetRequiredService<MailWriter>();
        var templates = scope.ServiceProvider.GetServices<IMailTemplate>().Select(t => t.Kind).ToArray();
        Assert.Empty(templates.Except(Rows.Keys)); // a template without a row
        foreach (var kind in templates)
            foreach (var hostile in Hostile.All)
            {
                var subjects = new HashSet<string>();
                foreach (var language in new[] { "de", "en" })
                {
                    var mail = new OutgoingMail { Id = Ids.At(Some.Evening), Kind = kind, At = Some.Evening, Data = System.Text.Json.JsonSerializer.Serialize(Rows[kind](hostile), System.Text.Json.JsonSerializerOptions.Web) };
                    using var message = writer.Write(mail, "anna@gera.example", language);
                    using var wire = new MemoryStream();
                    await message.WriteToAsync(wire, TestContext.Current.CancellationToken);
                    wire.Position = 0;
                    using var read = await MimeKit.MimeMessage.LoadAsync(wire, TestContext.Current.CancellationToken);
                    var (html, text) = (read.HtmlBody, read.TextBody);
                    Assert.Equal("anna@gera.example", read.To.ToString());
                    Assert.Empty(read.Bcc);
                    Assert.Single(read.Headers, h => h.Field == "Subject");
                    Assert.Equal(language, read.Body!.Headers["Content-Language"]);
                    Assert.False(string.IsNullOrWhiteSpace(text));
                    Assert.DoesNotMatch(new Regex("<(script|img|iframe|object|svg|style)|href=\"(?!https?://)|\\son\\w+=\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), html);
                    Assert.DoesNotMatch(new Regex("[\u202A-\u202E\u2066-\u2069]", RegexOptions.None, TimeSpan.FromSeconds(1)), html + text);
                    // A key instead of a sentence would show a missing text.
                    Assert.DoesNotMatch(new Regex("\\b(Foot|SubjectOne|SubjectSeveral|[A-Z][a-z]+_[A-Za-z]+|Mail[A-Z][a-z]+[A-Z][a-z]+)\\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), text);
                    subjects.Add(read.Subject + html);
                }
                Assert.Equal(2, subjects.Count);
            }
    }
}
