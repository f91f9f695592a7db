using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Mail;

/// <summary>How many mails wait, went and were given up.</summary>
public sealed record MailCounts(int Waiting, int Late, int SentToday, int Dead);

/// <summary>A mail that was given up, as staff see it: without address and content.</summary>
public sealed record DeadMail(Guid Id, string Kind, DateTimeOffset At, DateTimeOffset DeadAt, int Attempts, string? Trouble);

/// <summary>Looks at the queue of mails; <see cref="RetryMail"/> sends one again.</summary>
public sealed class MailQueue(PeopleDb people, TimeProvider clock)
{
    /// <summary>Mails that have waited longer than this are late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public async Task<MailCounts> Counts(CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        var (late, day) = (now - Late, now - TimeSpan.FromDays(1));
        var waiting = people.Mails.Where(m => m.SentAt == null && m.DeadAt == null);
        return new MailCounts(await waiting.CountAsync(stop), await waiting.CountAsync(m => m.At < late, stop),
            await people.Mails.CountAsync(m => m.SentAt >= day, stop), await people.Mails.CountAsync(m => m.DeadAt != null, stop));
    }

    /// <summary>The dead letters, the newest first.</summary>
    public async Task<IReadOnlyList<DeadMail>> Dead(int page = 1, int size = 50, CancellationToken stop = default) =>
        await people.Mails.Where(m => m.DeadAt != null).OrderByDescending(m => m.DeadAt).ThenByDescending(m => m.Id).Skip((Math.Max(1, page) - 1) * size).Take(size)
            .Select(m => new DeadMail(m.Id, m.Kind, m.At, m.DeadAt!.Value, m.Attempts, m.Trouble)).ToListAsync(stop);
}
