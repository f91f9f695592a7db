using Gera.Hub.Features.Ideas.Coauthors;
using Gera.Hub.Features.Ideas.Moderation;

namespace Gera.Hub.Features.Ideas.Entries;

public enum IdeaState
{
    /// <summary>A moderator has not read it yet.</summary>
    Waiting = 0,

    Published = 1,
    Withdrawn = 2,

    /// <summary>Taken off everyone's view by a moderator; its place says why.</summary>
    Hidden = 3,

    /// <summary>Its words are gone with its author's account.</summary>
    Erased = 4,
}

/// <summary>An idea as its stream tells it. Who may see it also depends on its contest: <see cref="IdeaSight"/> alone decides.</summary>
public sealed record Idea(Guid Id, string Number, Guid Contest, string Category, Guid? Author, AuthorShown Shown, string Theme, string? District,
    double? Latitude, double? Longitude, EntryChannel Channel, IdeaState State, DateTimeOffset At)
{
    /// <summary>Version of its words, from one. (A property named Version would be given the stream's by the store.)</summary>
    public int Edition { get; init; } = 1;

    /// <summary>A line on the map, as in <see cref="IdeaWords.Line"/>; null without one.</summary>
    public string? Line { get; init; }

    /// <summary>Why it was withdrawn; empty when its author gave no reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The idea that speaks for this one; null while it stands by itself.</summary>
    public Guid? Lead { get; init; }

    /// <summary>Who was asked to be an author, too, and who has accepted.</summary>
    public IReadOnlyList<Coauthor> Coauthors { get; init; } = [];

    /// <summary>The idea it was split from, or carried over from.</summary>
    public Guid? Origin { get; init; }

    /// <summary>The ideas it was split into, and why.</summary>
    public IReadOnlyList<Guid> Into { get; init; } = [];

    public string SplitReason { get; init; } = "";

    /// <summary>The ideas it is in later contests.</summary>
    public IReadOnlyList<Guid> CarriedTo { get; init; } = [];

    /// <summary>The official answer's status, one of <see cref="AnswerStatus.All"/>; null before one is given.</summary>
    public string? Status { get; init; }

    /// <summary>Written, and not out yet.</summary>
    public IdeaAnswer? Prepared { get; init; }

    /// <summary>Answers that are out, the newest last.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>The decision it was hidden by; null while it is not.</summary>
    public HiddenBy? Hidden { get; init; }

    /// <summary>What it was before it was hidden, and is again when it may be read again.</summary>
    public IdeaState? Before { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = At;

    public static Idea Create(IdeaSubmitted e) => new(e.Idea, e.Number, e.Contest, e.Category, e.Author, e.Shown, e.Theme, e.District, e.Latitude, e.Longitude, e.Channel,
        e.Waits ? IdeaState.Waiting : IdeaState.Published, e.At)
    { Line = e.Line, Origin = e.Origin };

    public Idea Apply(IdeaReworded e) => this with { Edition = e.Version, Theme = e.Theme, District = e.District, Latitude = e.Latitude, Longitude = e.Longitude, Line = e.Line, ChangedAt = e.At };

    public Idea Apply(IdeaReleased e) => this with { State = IdeaState.Published, ChangedAt = e.At };

    public Idea Apply(IdeaWithdrawn e) => this with { State = IdeaState.Withdrawn, Reason = e.Reason, ChangedAt = e.At };

    public Idea Apply(IdeaMerged e) => this with { Lead = e.Lead, ChangedAt = e.At };

    public Idea Apply(IdeaUngrouped e) => this with { Lead = null, ChangedAt = e.At };

    public Idea Apply(IdeaSplit e) => this with { Into = [.. Into, .. e.Into], SplitReason = e.Reason, ChangedAt = e.At };

    public Idea Apply(IdeaCarried e) => this with { CarriedTo = [.. CarriedTo, e.To], ChangedAt = e.At };

    public Idea Apply(CoauthorInvited e) => this with { Coauthors = [.. Coauthors, new Coauthor(e.Person, false)] };

    public Idea Apply(CoauthorAccepted e) => this with { Coauthors = [.. Coauthors.Select(c => c.Person == e.Person ? c with { Accepted = true } : c)] };

    public Idea Apply(CoauthorLeft e) => this with { Coauthors = [.. Coauthors.Where(c => c.Person != e.Person)] };

    /// <summary>Whether the idea is this person's, alone or with others.</summary>
    public bool IsBy(Guid? person) => person is { } somebody && (Author == somebody || Coauthors.Any(c => c.Accepted && c.Person == somebody));

    public Idea Apply(AnswerPrepared e) => this with { Prepared = e.Answer };

    public Idea Apply(AnswerPublished e) => Prepared is not { } answer ? this : this with { Prepared = null, Status = answer.Status, Answers = [.. Answers, new GivenAnswer(answer, e.At)], ChangedAt = e.At };

    public Idea Apply(IdeaHidden e) => this with { State = IdeaState.Hidden, Before = State, Hidden = new HiddenBy(e.Case, e.Reason), ChangedAt = e.At };

    public Idea Apply(IdeaRestored e) => this with { State = Before ?? IdeaState.Published, Before = null, Hidden = null, ChangedAt = e.At };

    public Idea Apply(IdeaLeft e) => this with { Author = null, Shown = AuthorShown.Anonymous, ChangedAt = e.At };

    public Idea Apply(IdeaErased e) => this with { Author = null, Shown = AuthorShown.Anonymous, State = IdeaState.Erased, ChangedAt = e.At };
}
