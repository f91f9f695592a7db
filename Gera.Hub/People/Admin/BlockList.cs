using Gera.Hub.People.Grants;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>A block with the names around it.</summary>
public sealed record BlockRow(Block Block, string Name, string? By)
{
    public bool Waits => Block is { AppealAt: not null, AnsweredAt: null };

    public bool IsOver(DateTimeOffset now) => Block.LiftedAt is not null || Block.Until <= now;
}

/// <summary>Blocks; appeals that wait come first, the oldest of them at the top.</summary>
public sealed class BlockList(PeopleReads reads, TimeProvider clock)
{
    /// <param name="all">Whether those that are over are shown too.</param>
    public Task<Page<BlockRow>> Of(bool all, int? page, CancellationToken stop) => reads.Read(people =>
    {
        var now = clock.GetUtcNow();
        return Pages.Page<BlockRow>(from b in people.Blocks
                                    where all || b.AppealAt != null && b.AnsweredAt == null || b.LiftedAt == null && (b.Until == null || b.Until > now)
                                    join u in people.Users on b.UserId equals u.Id
                                    orderby b.AppealAt != null && b.AnsweredAt == null descending, b.AnsweredAt == null ? b.AppealAt : null, b.At descending
                                    select new BlockRow(b, u.DisplayName, people.Users.Where(x => x.Id == b.By).Select(x => x.DisplayName).FirstOrDefault()), page, stop);
    });
}
