using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Gera.Hub.Tests.Testing;

/// <summary>A small real SMTP server on the loopback that takes mails, and misbehaves when told.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task running;

    public SmtpListener()
    {
        listener.Start();
        running = Run();
    }

    public enum Mood
    {
        Good,

        /// <summary>Takes the mail, then cuts the line without a word.</summary>
        DiesAfterTaking,

        /// <summary>Cuts the line while the mail is being sent.</summary>
        DiesWhileTaking,

        /// <summary>Nobody lives there.</summary>
        RefusesRecipient,

        /// <summary>Come back later.</summary>
        Later,
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Mood Now { get; set; }

    /// <summary>What was taken, whether or not the sender was told.</summary>
    public ConcurrentQueue<(string[] Recipients, MimeMessage Message, string Raw)> Taken { get; } = new();

    public (string, string)[] Settings => [("Mail:Server", "127.0.0.1"), ("Mail:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:Security", "None"), ("Mail:From", "hub@gera.example")];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await running;
        listener.Dispose();
        end.Dispose();
    }

    private async Task Run()
    {
        try
        {
            while (true) _ = Talk(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var line = client;
        await using var stream = line.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var recipients = new List<string>();
        try
        {
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(end.Token) is { } said)
            {
                var verb = said.Split(' ')[0].ToUpperInvariant();
                if (verb == "QUIT") return;
                if (verb == "RCPT") recipients.Add(said);
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    if (Now == Mood.DiesWhileTaking) return;
                    var raw = new StringBuilder();
                    while (await reader.ReadLineAsync(end.Token) is { } text && text != ".") raw.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                    using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(raw.ToString()));
                    Taken.Enqueue(([.. recipients], await MimeMessage.LoadAsync(bytes), raw.ToString()));
                    recipients.Clear();
                    if (Now == Mood.DiesAfterTaking) return;
                }
                await writer.WriteLineAsync((verb, Now) switch
                {
                    ("RCPT", Mood.RefusesRecipient) => "550 5.1.1 <anna@gera.example> lives here no longer",
                    ("RCPT", Mood.Later) => "451 4.7.1 anna@gera.example: greylisted",
                    ("EHLO" or "HELO" or "MAIL" or "RCPT" or "DATA" or "RSET" or "NOOP", _) => "250 fine",
                    _ => "502 no",
                });
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
        }
    }
}
