namespace Gera.Hub.People.Grants;

/// <summary>Ends a block before its time.</summary>
public sealed record LiftBlock(Guid Block) : IWish<Done>;

internal sealed class LiftBlockVerb : IVerb<LiftBlock, Done>
{
    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(LiftBlock wish, Deed deed) => Blocks.Scope(wish.Block, deed);

    public async Task<Answer<Done>> Do(LiftBlock wish, Deed deed)
    {
        if (await Blocks.Lock(wish.Block, deed) is not { } block || block.Person == deed.Person.Id) return GrantRefusals.OwnAccount;
        if (block.IsOver(deed.Now)) return GrantRefusals.BlockOver;
        deed.Write("""update people.blocks set "LiftedAt" = ? where "Id" = ?""", deed.Now, wish.Block);
        return new Done();
    }
}
