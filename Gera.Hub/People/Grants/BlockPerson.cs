using Gera.Hub.People.Mail;

namespace Gera.Hub.People.Grants;

/// <summary>From now on the person may read and export, and nothing else.</summary>
/// <param name="Reason">At most 1,000 characters, as the person reads it.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record BlockPerson(Guid Person, string? Reason, DateTimeOffset? Until) : IWish<Done>;

internal sealed class BlockPersonVerb(Outbox outbox) : IVerb<BlockPerson, Done>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 366);

    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(BlockPerson wish, Deed deed) => deed.OfPerson(wish.Person);

    public async Task<Answer<Done>> Do(BlockPerson wish, Deed deed)
    {
        if (wish.Person == deed.Person.Id) return GrantRefusals.OwnAccount;
        if (Text.Check(wish.Reason, 1000, ("Grund", "reason")) is { } bad) return bad;
        if (wish.Until is not { } until || until <= deed.Now || until > deed.Now + Longest) return GrantRefusals.BlockEndOver;
        // Two who block the same person at once come here one after the other.
        await deed.Find<Guid>("select \"Id\" from people.users where \"Id\" = $1 for update", wish.Person);
        if (!deed.Person.Is(Role.Administrator) && await deed.Find<bool>("select exists (select from people.grants where \"UserId\" = $1 and \"EndedAt\" is null)", wish.Person))
            return GrantRefusals.StaffNotBlocked;
        if (await deed.Holds(wish.Person, Role.Administrator) && !await deed.AnotherAdministrator(wish.Person)) return GrantRefusals.LastAdministrator;
        if (await deed.Find<bool>("""select exists (select from people.blocks where "UserId" = $1 and "LiftedAt" is null and ("Until" is null or "Until" > $2))""", wish.Person, deed.Now))
            return GrantRefusals.BlockRuns;
        var (block, reason) = (deed.NewId(), Text.Clean(wish.Reason!));
        deed.Write("""insert into people.blocks ("Id", "UserId", "By", "Reason", "At", "Until") values (?, ?, ?, ?, ?, ?)""", block, wish.Person, deed.Person.Id!.Value, reason, deed.Now, until.ToUniversalTime());
        outbox.Post(deed.Session, new Letter(BlockMail.Name, new BlockMail.Told(reason, until), wish.Person, Key: $"block:{block}"));
        return new Done();
    }
}
