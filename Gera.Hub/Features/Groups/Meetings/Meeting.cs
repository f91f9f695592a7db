using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A meeting of a working group as its stream tells it. Who may see it: <see cref="MeetingBoard"/> alone decides.</summary>
public sealed record Meeting(Guid Id, string Group, MeetingFacts Facts, bool IsPublic, DateTimeOffset At)
{
    public const int MostItems = 40;

    public IReadOnlyList<AgendaItem> Items { get; init; } = [];

    /// <summary>Sessions in which its votes take place, the latest last.</summary>
    public IReadOnlyList<Guid> Sessions { get; init; } = [];

    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>Grows when place or time change, so that an invitation tells of it once more.</summary>
    public int Moves { get; init; }

    public bool IsCancelled { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The minutes as leaders write them.</summary>
    public MinutesWords? Draft { get; init; }

    /// <summary>The minutes that are out; null before.</summary>
    public MinutesWords? Minutes { get; init; }

    public int Edition { get; init; }

    public DateTimeOffset? MinutesAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = At;

    // Columns of their own, for lists.
    public DateTimeOffset StartsAt => Facts.StartsAt;

    public DateTimeOffset EndsAt => Facts.EndsAt;

    /// <summary>What leaders go on writing: their draft, else what is out.</summary>
    public MinutesWords Writing => Draft ?? Minutes ?? MinutesWords.Empty;

    public static Meeting Create(MeetingPlanned e) => new(e.MeetingId, e.Group, e.Facts, e.IsPublic, e.At);

    public Meeting Apply(MeetingChanged e) => this with
    {
        Facts = e.Facts,
        Moves = (e.Facts.Start, e.Facts.End, e.Facts.Place, e.Facts.Online) == (Facts.Start, Facts.End, Facts.Place, Facts.Online) ? Moves : Moves + 1,
        ChangedAt = e.At,
    };

    public Meeting Apply(MeetingCancelled e) => this with { IsCancelled = true, Reason = e.Reason, Moves = Moves + 1, ChangedAt = e.At };

    public Meeting Apply(AgendaItemWritten e) => this with
    {
        Items = Items.Any(i => i.Id == e.Item.Id) ? [.. Items.Select(i => i.Id == e.Item.Id ? e.Item : i)] : [.. Items, e.Item],
        ChangedAt = e.At,
    };

    public Meeting Apply(AgendaArranged e) => this with { Items = [.. e.Order.Select(id => Items.FirstOrDefault(i => i.Id == id)).OfType<AgendaItem>()], ChangedAt = e.At };

    public Meeting Apply(MembersInvited e) => this with { InvitedAt = e.At };

    public Meeting Apply(ItemVoteBegan e) => Sessions.Contains(e.Session) ? this : this with { Sessions = [.. Sessions, e.Session] };

    public Meeting Apply(MinutesDrafted e) => this with { Draft = e.Words };

    public Meeting Apply(MinutesReleased e) => this with { Minutes = e.Words, Draft = null, Edition = e.Edition, MinutesAt = e.At, ChangedAt = e.At };

    public Answer<MeetingChanged> Change(MeetingFacts facts, Guid? by, DateTimeOffset now) => IsCancelled ? GroupRefusals.MeetingOff : new MeetingChanged(facts, by, now);

    public Answer<AgendaItemWritten> Write(AgendaItem item, Guid? by, DateTimeOffset now)
    {
        if (IsCancelled) return GroupRefusals.MeetingOff;
        if (Minutes is not null) return GroupRefusals.MinutesOut;
        if (Items.All(i => i.Id != item.Id) && Items.Count >= MostItems) return GroupRefusals.TooManyItems;
        return new AgendaItemWritten(item, by, now);
    }

    public Answer<AgendaArranged> Arrange(Guid item, int by, Guid? who, DateTimeOffset now)
    {
        if (Minutes is not null) return GroupRefusals.MinutesOut;
        var order = Items.Select(i => i.Id).ToList();
        var from = order.IndexOf(item);
        if (from < 0) return Refusals.NotFound;
        order.RemoveAt(from);
        order.Insert(Math.Clamp(from + by, 0, order.Count), item);
        return new AgendaArranged([.. order], who, now);
    }

    /// <summary>Takes an item off; one that was voted on stays, for its result has its place there.</summary>
    /// <param name="voted">Polls that were handed over to a session.</param>
    public Answer<AgendaArranged> Drop(Guid item, IReadOnlySet<Guid> voted, Guid? by, DateTimeOffset now)
    {
        if (Minutes is not null) return GroupRefusals.MinutesOut;
        if (Items.FirstOrDefault(i => i.Id == item) is not { } found) return Refusals.NotFound;
        return found.Polls.Any(p => voted.Contains(p.Id)) ? GroupRefusals.ItemVoted : new AgendaArranged([.. Items.Where(i => i.Id != item).Select(i => i.Id)], by, now);
    }

    /// <summary>The vote of an item goes to the session that runs, else to a new one.</summary>
    /// <param name="lastIsOver">Whether the latest session takes nothing any more.</param>
    /// <param name="next">Id of the session that would be started.</param>
    /// <param name="voted">Polls that sessions which are over have had.</param>
    public Answer<ItemVoteBegan> BeginVote(Guid item, bool lastIsOver, Guid next, IReadOnlySet<Guid> voted, Guid? by, DateTimeOffset now)
    {
        if (IsCancelled) return GroupRefusals.MeetingOff;
        if (Items.FirstOrDefault(i => i.Id == item) is not { } found) return Refusals.NotFound;
        if (found.Polls.Count == 0) return GroupRefusals.NoPolls;
        if (found.Polls.All(p => voted.Contains(p.Id))) return GroupRefusals.ItemVotedAlready;
        return new ItemVoteBegan(item, Sessions is [.., var last] && !lastIsOver ? last : next, by, now);
    }

    public Answer<MinutesDrafted> WriteMinutes(MinutesWords words, Guid? by, DateTimeOffset now) =>
        IsCancelled ? GroupRefusals.MeetingOff : StartsAt > now ? GroupRefusals.MinutesEarly : new MinutesDrafted(words, by, now);

    /// <param name="votesRun">Whether a vote of it may still change.</param>
    public Answer<MinutesReleased> Publish(bool votesRun, Guid? by, DateTimeOffset now)
    {
        if (Draft is null) return GroupRefusals.NothingWritten;
        if (votesRun) return GroupRefusals.VotesRun;
        return Draft.Equals(Minutes) ? GroupRefusals.NothingWritten : new MinutesReleased(Edition + 1, Draft, by, now);
    }
}
