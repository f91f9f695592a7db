using Gera.Hub.People.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>How the mails stand.</summary>
public sealed record MailCounts(int Waiting, int Sent, int Dead);

/// <summary>A mail that was given up: what kind, when and why; neither its words nor its address.</summary>
public sealed record DeadMail(Guid Id, string Kind, DateTimeOffset At, DateTimeOffset DeadAt, int Attempts, string? Trouble);

/// <summary>The queue of mails as the administration sees it.</summary>
public sealed class MailList(PeopleReads reads)
{
    public Task<MailCounts> Counts(CancellationToken stop) => reads.Read(async people => new MailCounts(
        await people.Mails.CountAsync(m => m.SentAt == null && m.DeadAt == null, stop), await people.Mails.CountAsync(m => m.SentAt != null, stop), await people.Mails.CountAsync(m => m.DeadAt != null, stop)));

    public Task<Page<DeadMail>> Dead(int? page, CancellationToken stop) => reads.Read(people => Pages.Page<DeadMail>(
        people.Mails.Where(m => m.DeadAt != null).OrderByDescending(m => m.DeadAt).Select(m => new DeadMail(m.Id, m.Kind, m.At, m.DeadAt!.Value, m.Attempts, m.Trouble)), page, stop));
}
