namespace Gera.Hub.People.Grants;

/// <summary>Says something against a block, once.</summary>
/// <param name="Words">At most 2,000 characters.</param>
public sealed record AppealBlock(Guid Block, string? Words) : IWish<Done>;

internal sealed class AppealBlockVerb : IVerb<AppealBlock, Done>
{
    public Permission Needs => Permission.Self;

    public bool OpenToBlocked => true;

    public Pace? Pace => new(10, 200, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AppealBlock wish, Deed deed) => Blocks.Scope(wish.Block, deed);

    public async Task<Answer<Done>> Do(AppealBlock wish, Deed deed)
    {
        if (Text.Check(wish.Words, 2000, ("Widerspruch", "appeal")) is { } bad) return bad;
        if (await Blocks.Lock(wish.Block, deed) is not { } block || block.IsOver(deed.Now)) return GrantRefusals.BlockOver;
        if (block.AppealAt is not null) return GrantRefusals.AppealMade;
        deed.Write("""update people.blocks set "Appeal" = ?, "AppealAt" = ? where "Id" = ?""", Text.Clean(wish.Words!), deed.Now, wish.Block);
        return new Done();
    }
}
