using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Takes an announcement back that is out: its address stays and says why.</summary>
public sealed record WithdrawAnnouncement(Guid Announcement, string? Reason) : IWish<Done>;

internal sealed class WithdrawAnnouncementVerb : IVerb<WithdrawAnnouncement, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(WithdrawAnnouncement wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<Done>> Do(WithdrawAnnouncement wish, Deed deed)
    {
        if (PressWords.RefuseNote(wish.Reason, ("Grund", "reason")) is { } bad) return bad;
        var stream = await deed.Session.Events.FetchForWriting<Announcement>(wish.Announcement, deed.Stop);
        if (stream.Aggregate!.State == PressState.Withdrawn) return new Done();
        if (!stream.Aggregate.IsOut(deed.Now)) return PressRefusals.NotOut;
        stream.AppendOne(new AnnouncementWithdrawn(Text.Clean(wish.Reason!), deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
