using Gera.Hub.People;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Calendar.Import;

/// <summary>Takes in a calendar as it stands now: new events, changed ones, and those it has no more. The same once more changes nothing.</summary>
public sealed record TakeFeed(Guid Feed) : IWish<FeedResult>;

/// <param name="Events">How many it has ahead.</param>
/// <param name="Changed">How many of them were new or changed, and those that are gone.</param>
public sealed record FeedResult(int Events, int Changed);

internal sealed class TakeFeedVerb(OutsideFetch outside) : IVerb<TakeFeed, FeedResult>
{
    private const int BytesMost = 4 * 1024 * 1024;

    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    public async Task<Answer<FeedResult>> Do(TakeFeed wish, Deed deed)
    {
        if (await deed.Session.LoadAsync<FeedSource>(wish.Feed, deed.Stop) is not { } feed) return Refusals.NotFound;
        var text = await outside.Text(new Uri(feed.Address), BytesMost, deed.Stop);
        if (text is null || FeedReader.Read(feed, text, deed.Now) is not { } events)
        {
            // Kept as an answer and not as a refusal, or nothing would be written down. What was taken in before stays.
            deed.Session.Store(feed with { AskedAt = deed.Now, Fault = text is null ? "unreachable" : "unreadable" });
            return new FeedResult(feed.Events, 0);
        }
        var changed = 0;
        foreach (var one in events) changed += await Take(feed, one, deed) ? 1 : 0;
        changed += await TakeOff(feed, events.Select(e => e.Id).ToHashSet(), deed);
        deed.Session.Store(feed with { AskedAt = deed.Now, Fault = null, Events = events.Count });
        return new FeedResult(events.Count, changed);
    }

    private static async Task<bool> Take(FeedSource feed, FedEvent one, Deed deed)
    {
        var stream = await deed.Session.Events.FetchForWriting<CityEvent>(one.Id, deed.Stop);
        if (stream.Aggregate is not { } about)
        {
            if (one.IsCancelled) return false;
            var drafted = new EventDrafted(one.Id, FactChecks.Address(one.Words.Title!, one.Id), null, one.Facts, one.Schedule, feed.Id.ToString(), deed.Now);
            var released = new EventReleased(null, deed.Now);
            object[] first = [drafted, released, .. one.Changes.Select(c => new EventDateChanged(c, null, deed.Now))];
            stream.AppendMany(first);
            one.Words.Add(deed.Session, one.Id, 1, deed.Now);
            Occurrence.Fill(deed.Session, one.Changes.Aggregate(CityEvent.Create(drafted).Apply(released), (e, c) => e.Apply(new EventDateChanged(c, null, deed.Now))), deed.Now);
            return true;
        }
        var happened = Differences(about, one, await Words(one.Id, deed), deed).ToArray();
        if (happened.Length == 0) return false;
        stream.AppendMany(happened);
        foreach (var e in happened) about = Apply(about, e);
        if (happened.OfType<EventReworded>().LastOrDefault() is { } reworded) one.Words.Add(deed.Session, one.Id, reworded.Edition, deed.Now);
        Occurrence.Fill(deed.Session, about, deed.Now);
        return true;
    }

    private static IEnumerable<object> Differences(CityEvent about, FedEvent one, EventWords? words, Deed deed)
    {
        if (one.IsCancelled)
        {
            if (about.State == EventState.Published) yield return new EventCancelled("", null, deed.Now);
            yield break;
        }
        // It was gone, and is there again.
        if (about.State != EventState.Published) yield return new EventReleased(null, deed.Now);
        if (words != one.Words || about.Facts != one.Facts) yield return new EventReworded(about.Edition + 1, one.Facts, null, deed.Now);
        if (about.Schedule != one.Schedule) yield return new EventMoved(one.Schedule, "", null, deed.Now);
        foreach (var gone in about.Changes.Where(c => one.Changes.All(o => o.Original != c.Original) && one.Schedule.Has(c.Original))) yield return new EventDateRestored(gone.Original, null, deed.Now);
        foreach (var change in one.Changes.Where(c => !about.Changes.Contains(c))) yield return new EventDateChanged(change, null, deed.Now);
    }

    private static CityEvent Apply(CityEvent about, object happened) => happened switch
    {
        EventCancelled e => about.Apply(e),
        EventReleased e => about.Apply(e),
        EventReworded e => about.Apply(e),
        EventMoved e => about.Apply(e),
        EventDateRestored e => about.Apply(e),
        EventDateChanged e => about.Apply(e),
        _ => about,
    };

    private static async Task<EventWords?> Words(Guid about, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var command = new Npgsql.NpgsqlCommand("select words::text from calendar.words where event = $1 and is_current", deed.Session.Connection);
        command.Parameters.AddWithValue(about);
        return await command.ExecuteScalarAsync(deed.Stop) is string json ? Board.EventLook.Parse(json) : null;
    }

    /// <summary>What the feed has no more and what still lies ahead is cancelled, so that calendars that know it learn of it; what is over stays.</summary>
    internal static async Task<int> TakeOff(FeedSource feed, IReadOnlySet<Guid> known, Deed deed)
    {
        var (source, today, count) = (feed.Id.ToString(), Berlin.Local(deed.Now).Date, 0);
        foreach (var about in await deed.Session.Query<CityEvent>().Where(e => e.Source == source && e.State == EventState.Published).ToListAsync(deed.Stop))
        {
            if (known.Contains(about.Id) || (about.Schedule.IsSeries ? about.Schedule.Until is { } last && last < DateOnly.FromDateTime(today) : about.Schedule.End < today)) continue;
            var gone = new EventCancelled("", null, deed.Now);
            (await deed.Session.Events.FetchForWriting<CityEvent>(about.Id, deed.Stop)).AppendOne(gone);
            Occurrence.Fill(deed.Session, about.Apply(gone), deed.Now);
            count++;
        }
        return count;
    }
}
