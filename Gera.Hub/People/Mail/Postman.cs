using Gera.Hub.Push;
using Gera.Hub.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gera.Hub.People.Mail;

/// <summary>
/// Takes waiting mails out of the queue and sends them; any number of hub processes may do so at once. Taking a mail moves its next
/// attempt on, in one statement, before anything is sent: whoever dies on the way leaves a mail that comes due again. A mail is therefore
/// sent at least once and never lost. It is sent twice when the process dies, or the database goes away, between the server's "taken"
/// and our mark; SMTP offers no way around that, but both carry the same <c>Message-Id</c>.
/// </summary>
internal sealed class Postman(HubDatabase database, IServiceScopeFactory scopes, IMailCarrier carrier, Postbox postbox, IOptions<MailOptions> options, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    /// <summary>Kind of the letters between processes that say that a mail waits.</summary>
    public const string Letter = "mail";

    public static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12), Poll = TimeSpan.FromSeconds(2);

    private const string Take = """
        update people.mails m set "Attempts" = m."Attempts" + 1, "DueAt" = $1 + least($2 * power(3, m."Attempts"), $3)
        from (select "Id" from people.mails where "SentAt" is null and "DeadAt" is null and "DueAt" <= $1 order by "DueAt", "Id" limit 1 for update skip locked) next
        where m."Id" = next."Id"
        returning m."Id", m."UserId", m."Address", m."Kind", m."Language", m."Data"::text, m."At", m."Attempts"
        """;

    private readonly SemaphoreSlim waiting = new(1, 1);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> Deliver(CancellationToken stop)
    {
        var sent = 0;
        while (await Next(stop) is { } mail)
            if (await Deliver(mail, stop)) sent++;
        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (carrier is FolderCarrier folder) log.LogWarning("No mail server is set (Mail:Server): mails become files in {Folder}", folder.Folder);
        postbox.On(Letter, _ => Wake());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Deliver(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Mails could not be fetched: {Reason}", e.GetType().Name);
            }
            // A letter wakes at once; mails posted with accounts, and those that come due, are found by looking.
            await ((Task)waiting.WaitAsync(Poll, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    private void Wake()
    {
        if (waiting.CurrentCount == 0) waiting.Release();
    }

    private async Task<bool> Deliver(OutgoingMail mail, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (address, language) = await Recipient(mail, stop);
            await carrier.Carry(scope.ServiceProvider.GetRequiredService<MailWriter>().Write(mail, address, language), stop);
            await Mark(mail, """ "SentAt" = $3, "Address" = null, "Data" = '{}', "Trouble" = null """, null, stop);
            return true;
        }
        catch (UnwritableMail e)
        {
            await GiveUp(mail, e.Message, stop);
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500)
        {
            await GiveUp(mail, $"recipient refused ({(int)e.StatusCode})", stop);
        }
        catch (Exception e) when (e is IOException or CommandException or ProtocolException or AuthenticationException or SslHandshakeException or System.Net.Sockets.SocketException or TimeoutException or UnauthorizedAccessException
            || e is OperationCanceledException && !stop.IsCancellationRequested)
        {
            // What a server says may hold the address, so only its number is kept.
            var trouble = e is SmtpCommandException said ? $"{said.ErrorCode} ({(int)said.StatusCode})" : e.GetType().Name;
            if (mail.Attempts >= options.Value.Attempts) await GiveUp(mail, trouble, stop);
            else await Mark(mail, "\"Trouble\" = $2", trouble, stop);
            log.LogWarning("A mail of kind {Kind} was not taken at attempt {Attempt}: {Trouble}", mail.Kind, mail.Attempts, trouble);
        }
        return false;
    }

    private async Task GiveUp(OutgoingMail mail, string trouble, CancellationToken stop)
    {
        await Mark(mail, "\"DeadAt\" = $3, \"Trouble\" = $2", trouble, stop);
        log.LogError("A mail of kind {Kind} was given up: {Trouble}", mail.Kind, trouble);
    }

    private async Task Mark(OutgoingMail mail, string set, string? trouble, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"""update people.mails set {set} where "Id" = $1 and "SentAt" is null""");
        command.Parameters.AddWithValue(mail.Id);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)trouble ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<(string Address, string Language)> Recipient(OutgoingMail mail, CancellationToken stop)
    {
        if (mail.UserId is not { } user) return (mail.Address ?? throw new UnwritableMail("no address"), mail.Language);
        await using var command = database.Source.CreateCommand("""select "Email", "Language" from people.users where "Id" = $1""");
        command.Parameters.AddWithValue(user);
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop) || await reader.IsDBNullAsync(0, stop)) throw new UnwritableMail("account gone");
        // A letter to an account may still name another address, e.g. to confirm a new one.
        return (mail.Address ?? reader.GetString(0), reader.GetString(1));
    }

    private async Task<OutgoingMail?> Next(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(Take);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(FirstDelay);
        command.Parameters.AddWithValue(LongestDelay);
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return null;
        return new OutgoingMail
        {
            Id = reader.GetGuid(0),
            UserId = await reader.IsDBNullAsync(1, stop) ? null : reader.GetGuid(1),
            Address = await reader.IsDBNullAsync(2, stop) ? null : reader.GetString(2),
            Kind = reader.GetString(3),
            Language = reader.GetString(4),
            Data = reader.GetString(5),
            At = await reader.GetFieldValueAsync<DateTimeOffset>(6, stop),
            Attempts = reader.GetInt32(7),
        };
    }
}
