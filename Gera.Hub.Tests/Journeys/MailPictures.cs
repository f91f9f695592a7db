using System.Globalization;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Tests.People.Mail;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Every mail as a mail program shows it: legible on a phone, without barriers, in both languages. With <c>HUB_PICTURES</c> set, text, HTML and pictures are kept there.</summary>
public sealed class MailPictures(HubFixture home, Browser browser)
{
    /// <summary>Mails that read differently, beside the example of each kind.</summary>
    private static readonly (string Kind, string Name, object Data)[] Variants =
    [
        .. new[] { "passkeyRemoved", "factorOn", "factorOff", "logInLinked", "logInUnlinked" }.Select(what => ("keys-changed", $"keys-changed-{what}", (object)new { at = Some.Evening, what })),
        ("appeal", "appeal-kept", new { words = "Die Beleidigung stand dort.", lift = false }),
        ("new-device", "new-device-unknown", new { at = Some.Evening, device = "" }),
        ("invitation", "invitation-press", new { role = Role.Press, scope = "", code = "ABC", until = Some.Evening }),
        (DigestMail.Name, "notices-one", new DigestData([new DigestItem("answer", 1, """{"title":"Einwohnerversammlung Lusan"}""", "/mein-hub", Some.Evening)], "/abbestellen/x")),
    ];

    [Theory, InlineData("de"), InlineData("en")]
    public async Task Every_mail_is_for_everyone(string language)
    {
        var hub = await home.Hub();
        await using var scope = hub.Services.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetRequiredService<MailWriter>();
        var mails = scope.ServiceProvider.GetServices<IMailTemplate>().Where(t => t is not ProbeTemplate).Select(t => (t.Kind, Name: t.Kind, Data: TemplateTests.Example(t.Kind)))
            .Concat(Variants.Select(v => (v.Kind, v.Name, Data: System.Text.Json.JsonSerializer.Serialize(v.Data, System.Text.Json.JsonSerializerOptions.Web)))).ToArray();
        Assert.True(mails.Length > 20);
        foreach (var width in new[] { 800, 320 })
        {
            await using var reader = await browser.Visitor(hub, width, 500);
            await reader.Goes("/datenschutz/fristen");
            foreach (var (kind, name, data) in mails)
            {
                using var message = writer.Write(new OutgoingMail { Id = Ids.At(Some.Evening), Kind = kind, At = Some.Evening, Data = data }, "ada@gera.example", language);
                await reader.Page.SetContentAsync(message.HtmlBody!);
                Assert.True(await reader.FitsInWidth(), $"{name} scrolls sideways at {width} pixels.");
                Assert.Equal([], (await reader.Barriers()).Where(b => !b.StartsWith("region", StringComparison.Ordinal)));
                Assert.DoesNotMatch(@"\{\d", message.HtmlBody!);
                await reader.Keeps($"mail-{name}-{language}-{width.ToString(CultureInfo.InvariantCulture)}.png");
                if (Environment.GetEnvironmentVariable("HUB_PICTURES") is not { Length: > 0 } folder) continue;
                await File.WriteAllTextAsync(Path.Combine(folder, $"mail-{name}-{language}.html"), message.HtmlBody, TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(Path.Combine(folder, $"mail-{name}-{language}.txt"), $"{message.Subject}\n\n{message.TextBody}", TestContext.Current.CancellationToken);
            }
        }
    }
}
