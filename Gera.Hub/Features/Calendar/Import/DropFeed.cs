using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Import;

/// <summary>Takes a calendar in no more; what it still had ahead is cancelled.</summary>
public sealed record DropFeed(Guid Feed) : IWish<Done>;

internal sealed class DropFeedVerb : IVerb<DropFeed, Done>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task<Answer<Done>> Do(DropFeed wish, Deed deed)
    {
        if (await deed.Session.LoadAsync<FeedSource>(wish.Feed, deed.Stop) is not { } feed) return Refusals.NotFound;
        deed.Session.Delete(feed);
        await TakeFeedVerb.TakeOff(feed, new HashSet<Guid>(), deed);
        return new Done();
    }
}
