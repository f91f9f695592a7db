using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Grants;

/// <summary>Looks at an invitation without using it.</summary>
public sealed class OfferList(PeopleReads reads, TimeProvider clock)
{
    /// <summary>What it offers and until when; null when it is unknown, used, withdrawn or over.</summary>
    public async Task<(Offer Offer, DateTimeOffset Until)?> Look(string? code, CancellationToken stop)
    {
        if (code is not { Length: > 0 and <= 100 }) return null;
        var (hash, now) = (OneTimeCodes.Hash(Offer.Purpose, code), clock.GetUtcNow());
        return await reads.Read(people => people.Codes.SingleOrDefaultAsync(c => c.Hash == hash && c.UsedAt == null && c.Until > now, stop)) is { } found ? (Offer.Read(found.Data) with { Mail = null }, found.Until) : null;
    }
}

/// <summary>A person's own blocks, the newest first.</summary>
public sealed class BlockFile(PeopleReads reads)
{
    public async Task<IReadOnlyList<Block>> Of(Guid person, CancellationToken stop) =>
        await reads.Read(people => people.Blocks.Where(b => b.UserId == person).OrderByDescending(b => b.At).Take(20).ToListAsync(stop));
}
