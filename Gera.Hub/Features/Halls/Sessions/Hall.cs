using System.Text.Json.Serialization;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Who may vote in a session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    /// <summary>Anyone who has the code; a seat without an account.</summary>
    [JsonStringEnumMemberName("anyone")] Anyone,

    /// <summary>Who holds a printed one-time code.</summary>
    [JsonStringEnumMemberName("card")] Card,

    /// <summary>Who is logged in; one voter an account.</summary>
    [JsonStringEnumMemberName("account")] Account,
}

/// <summary>How questions from the floor are taken.</summary>
/// <param name="Taken">Whether they are taken at all.</param>
/// <param name="Named">Whether a name may be put beside a question.</param>
/// <param name="Moderated">Whether the leader sees a question before the others do.</param>
public sealed record QuestionRules(bool Taken, bool Named, bool Moderated)
{
    public static readonly QuestionRules Default = new(true, false, true);
}

/// <summary>A live participation session as its stream tells it.</summary>
public sealed record Hall(Guid Id, string Code, string Title, string Group, Access Access, Guid Leader, DateTimeOffset OpenedAt)
{
    public DateTimeOffset? EndedAt { get; init; }

    public Guid[] Order { get; init; } = [];

    public QuestionRules Questions { get; init; } = QuestionRules.Default;

    public Guid? Pinned { get; init; }

    /// <summary>No page names it; whoever was told the code takes part.</summary>
    public bool Unlisted { get; init; }

    [JsonIgnore]
    public bool IsOver => EndedAt is not null;

    public static Hall Create(HallOpened e) => new(e.Hall, e.Code, e.Title, e.Group, e.Access, e.Leader, e.At) { Unlisted = e.Unlisted };

    public Hall Apply(PollsArranged e) => this with { Order = e.Order };

    public Hall Apply(QuestionRulesSet e) => this with { Questions = e.Rules };

    public Hall Apply(QuestionPinned e) => this with { Pinned = e.Question };

    public Hall Apply(CardsIssued _) => this;

    public Hall Apply(CardRevoked _) => this;

    public Hall Apply(HallEnded e) => this with { EndedAt = e.At, Pinned = null };

    /// <param name="pollOpen">Whether a poll is open.</param>
    public Answer<HallEnded> End(bool pollOpen, DateTimeOffset now) => this switch
    {
        { IsOver: true } => HallRefusals.SessionEnded,
        _ when pollOpen => HallRefusals.PollStillOpen,
        _ => new HallEnded(now),
    };
}
