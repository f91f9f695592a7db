using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar.Import;

/// <summary>Takes in the calendar at an address from now on. Entered twice it is one.</summary>
public sealed record AddFeed(string? Name, string? Address, string? Theme) : IWish<Guid>;

internal sealed class AddFeedVerb : IVerb<AddFeed, Guid>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Guid>> Do(AddFeed wish, Deed deed)
    {
        if (People.Text.Check(wish.Name, 120, ("Name", "name")) is not null || !CityEvent.Themes.Contains(wish.Theme)) return CalendarRefusals.FeedBad;
        // Calendar programs show the same address with a scheme of their own.
        var address = wish.Address?.Trim().Replace("webcal://", "https://", StringComparison.OrdinalIgnoreCase) ?? "";
        if (address.Length > 500 || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0) return CalendarRefusals.FeedBad;
        if (await deed.Session.Query<FeedSource>().FirstOrDefaultAsync(f => f.Address == address, deed.Stop) is { } there) return there.Id;
        var feed = new FeedSource(deed.NewId(), People.Text.Clean(wish.Name!).ReplaceLineEndings(" "), address, wish.Theme!, deed.Now);
        deed.Session.Store(feed);
        return feed.Id;
    }
}
