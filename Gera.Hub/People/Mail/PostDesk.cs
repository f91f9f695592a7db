using Gera.Hub.Storage;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Gera.Hub.People.Mail;

/// <summary>A mail that became a file.</summary>
/// <param name="Name">File name without its ending.</param>
public sealed record PostedMail(string Name, string To, string Subject, DateTimeOffset At, string Language, string? Plain, string? Html, string? Unsubscribe);

/// <summary>Shows administrators of a demonstration the mails nobody sent: those in the folder.</summary>
internal sealed class PostDesk(Register register, FolderCarrier folder, IOptions<MailOptions> options, DemoMode demo)
{
    private const int Most = 200;

    /// <summary>Whether this hub keeps its mails in the folder and shows them.</summary>
    public bool IsThere => demo.IsOn && options.Value.Server is null;

    /// <summary>False: there is no such page, or the caller may not know of it.</summary>
    public async Task<bool> IsFor(HttpContext http) =>
        IsThere && Permission.Administer.Check(await register.Who(http.ToCaller(), http.RequestAborted), null, Scope.None) is null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PostedMail>> All(CancellationToken stop)
    {
        if (!Directory.Exists(folder.Folder)) return [];
        var mails = new List<PostedMail>();
        foreach (var file in Directory.EnumerateFiles(folder.Folder, "*" + FolderCarrier.Ending).OrderDescending(StringComparer.Ordinal).Take(Most)) mails.Add(await Read(file, stop));
        return mails;
    }

    public async Task<PostedMail?> One(string? name, CancellationToken stop) =>
        name is { Length: < 100 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && Path.Combine(folder.Folder, name + FolderCarrier.Ending) is var file && File.Exists(file) ? await Read(file, stop) : null;

    private static async Task<PostedMail> Read(string file, CancellationToken stop)
    {
        using var message = await MimeMessage.LoadAsync(file, stop);
        return new PostedMail(Path.GetFileNameWithoutExtension(file), string.Join(", ", message.To.Mailboxes.Select(m => m.Address)), message.Subject ?? "", message.Date,
            message.Body?.Headers[HeaderId.ContentLanguage] ?? "de", message.TextBody, message.HtmlBody, message.Headers[HeaderId.ListUnsubscribe]?.Trim('<', '>'));
    }
}
