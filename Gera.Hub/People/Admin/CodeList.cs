using Gera.Hub.People.Grants;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

public enum CodeState { Open, Used, Withdrawn, Over }

/// <summary>An invitation as the administration sees it; its code nobody does.</summary>
public sealed record InvitationRow(Guid Id, Offer Offer, DateTimeOffset At, DateTimeOffset Until, CodeState State, string? UsedBy, string? By);

/// <summary>A batch of resident codes and what became of them.</summary>
public sealed record BatchRow(Guid Id, DateTimeOffset At, DateTimeOffset Until, int All, int Used, int Open, string? By);

/// <summary>Invitations and batches of codes, the newest first.</summary>
public sealed class CodeList(PeopleReads reads, TimeProvider clock)
{
    public Task<Page<InvitationRow>> Invitations(int? page, CancellationToken stop) => reads.Read(async people =>
    {
        var now = clock.GetUtcNow();
        var found = await Pages.Page<Found>(people.Codes.Where(c => c.Purpose == Offer.Purpose && c.Batch != null).OrderByDescending(c => c.At).Select(c => new Found(c,
            people.Users.Where(u => u.Id == c.UsedBy).Select(u => u.DisplayName).FirstOrDefault(), people.Users.Where(u => u.Id == c.MadeBy).Select(u => u.DisplayName).FirstOrDefault())), page, stop);
        return new Page<InvitationRow>([.. found.Rows.Select(f => Row(f, now))], found.All, found.Number);
    });

    public Task<Page<BatchRow>> Batches(int? page, CancellationToken stop) => reads.Read(people =>
    {
        var now = clock.GetUtcNow();
        return Pages.Page<BatchRow>(people.Codes.Where(c => c.Purpose == ResidentCodes.Purpose && c.Batch != null).GroupBy(c => c.Batch!.Value)
            .Select(g => new { g.Key, At = g.Min(c => c.At), Until = g.Max(c => c.Until), All = g.Count(), Used = g.Count(c => c.UsedAt != null), Open = g.Count(c => c.UsedAt == null && c.Until > now) })
            .OrderByDescending(b => b.At).Select(b => new BatchRow(b.Key, b.At, b.Until, b.All, b.Used, b.Open,
                people.Users.Where(u => people.Codes.Any(c => c.Batch == b.Key && c.MadeBy == u.Id)).Select(u => u.DisplayName).FirstOrDefault())), page, stop);
    });

    private static InvitationRow Row(Found found, DateTimeOffset now)
    {
        var offer = Offer.Read(found.Code.Data);
        var state = found.Code.UsedAt is not null ? CodeState.Used : offer.Withdrawn ? CodeState.Withdrawn : found.Code.Until <= now ? CodeState.Over : CodeState.Open;
        return new InvitationRow(found.Code.Batch!.Value, offer, found.Code.At, found.Code.Until, state, found.UsedBy, found.By);
    }

    private sealed record Found(OneTimeCode Code, string? UsedBy, string? By);
}
