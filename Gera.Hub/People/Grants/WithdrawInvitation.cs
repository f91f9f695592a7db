namespace Gera.Hub.People.Grants;

/// <summary>Makes an open invitation worthless.</summary>
public sealed record WithdrawInvitation(Guid Invitation) : IWish<Done>;

internal sealed class WithdrawInvitationVerb : IVerb<WithdrawInvitation, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(WithdrawInvitation wish, Deed deed) => Batches.Scope(Offer.Purpose, wish.Invitation, deed);

    public async Task<Answer<Done>> Do(WithdrawInvitation wish, Deed deed) =>
        await Batches.Withdraw(Offer.Purpose, wish.Invitation, deed) ? new Done() : GrantRefusals.NothingToWithdraw;
}
