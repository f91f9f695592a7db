using System.Globalization;
using Gera.Hub.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Gera.Hub.People.Mail;

/// <summary>Takes finished messages out of the house.</summary>
public interface IMailCarrier
{
    /// <summary>Returns once the next one in line has taken the message over.</summary>
    Task Carry(MimeMessage message, CancellationToken stop);
}

/// <summary>Hands messages to the SMTP server of the settings, each over a line of its own.</summary>
internal sealed class SmtpCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    /// <summary>For one whole hand-over; shorter than <see cref="Postman.FirstDelay"/>, so that no mail is sent by two at once.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task Carry(MimeMessage message, CancellationToken stop)
    {
        var settings = options.Value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        using var line = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds };
        await line.ConnectAsync(settings.Server!, settings.Port, settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, limit.Token);
        if (settings.User is not null) await line.AuthenticateAsync(settings.User, settings.Password!, limit.Token);
        await line.SendAsync(message, limit.Token);
        // Taken over is taken over; a server that stumbles over the farewell changes nothing.
        try
        {
            await line.DisconnectAsync(true, limit.Token);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
        }
    }
}

/// <summary>Without a mail server: each mail becomes a file that mail programs open.</summary>
internal sealed class FolderCarrier(IOptions<HubOptions> options, TimeProvider clock) : IMailCarrier
{
    public const string Ending = ".eml";

    private const string Unfinished = ".part";

    /// <summary>The folder <c>mail</c> below the data directory.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(options.Value.DataDirectory), "mail");

    /// <summary>The mail a file of the folder is; null when it is none of ours.</summary>
    public static Guid? IdOf(string file) =>
        Path.GetFileName(file).Replace(Unfinished, "", StringComparison.Ordinal).Replace(Ending, "", StringComparison.Ordinal).Split('-') is [.., var last] && Guid.TryParseExact(last, "N", out var id) ? id : null;

    public async Task Carry(MimeMessage message, CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{message.MessageId!.Split('@')[0]}{Ending}");
        await message.WriteToAsync(path + Unfinished, stop);
        File.Move(path + Unfinished, path, overwrite: true);
    }
}
