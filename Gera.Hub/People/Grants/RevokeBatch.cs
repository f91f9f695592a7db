namespace Gera.Hub.People.Grants;

/// <summary>Makes those codes of a batch worthless that nobody has used, e.g. when letters were lost.</summary>
public sealed record RevokeBatch(Guid Batch) : IWish<Done>;

internal sealed class RevokeBatchVerb : IVerb<RevokeBatch, Done>
{
    public Permission Needs => Permission.Desk;

    public Task<Scope?> ScopeOf(RevokeBatch wish, Deed deed) => Batches.Scope(ResidentCodes.Purpose, wish.Batch, deed);

    public async Task<Answer<Done>> Do(RevokeBatch wish, Deed deed) =>
        await Batches.Withdraw(ResidentCodes.Purpose, wish.Batch, deed) ? new Done() : GrantRefusals.NothingToWithdraw;
}
