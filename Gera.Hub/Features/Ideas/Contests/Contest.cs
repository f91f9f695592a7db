using System.Text.Json.Serialization;
using Gera.Hub.Features.Ideas.Reviews;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>A contest as its stream tells it.</summary>
public sealed record Contest(Guid Id, string Key, string Title, string Lead, bool IsBox, IReadOnlyList<Category> Categories, ContestRules Rules, DateTimeOffset At)
{
    public IReadOnlyList<Window> Windows { get; init; } = [];

    public IReadOnlyList<Ranking> Rankings { get; init; } = [];

    public IReadOnlyList<Prize> Prizes { get; init; } = [];

    /// <summary>What reviewers give points for; empty where nobody reviews.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    public IReadOnlyList<Guid> Reviewers { get; init; } = [];

    /// <summary>Rules that held before, the newest last.</summary>
    public IReadOnlyList<OldRules> Before { get; init; } = [];

    /// <summary>Whether nothing can be handed in, supported or voted any more.</summary>
    [JsonIgnore]
    public bool IsOver => !IsBox && Windows.Count > 0 && Windows.All(w => w.State == WindowState.Over);

    public Window? Of(string category, Phase phase) => Windows.FirstOrDefault(w => w.Category == category && w.Phase == phase);

    public bool IsOpen(string category, Phase phase) => Of(category, phase)?.State == WindowState.Open;

    /// <summary>Whether ideas of the category are still for their authors' eyes only.</summary>
    public bool IsSealed(string category) => Rules.Sealed && Of(category, Phase.Submission) is not { State: WindowState.Over };

    public Category? Find(string? category) => Categories.FirstOrDefault(c => c.Key == category);

    public static Contest Create(ContestAnnounced e) => new(e.Contest, e.Key, e.Title, e.Lead, e.IsBox, e.Categories, e.Rules, e.At);

    public Contest Apply(ContestRulesChanged e) => this with { Rules = e.Rules, Before = [.. Before, new OldRules(Rules, e.Reason, e.At)] };

    public Contest Apply(PhasePlanned e) => With(e.Category, e.Phase, w => w with { OpensAt = e.OpensAt, ClosesAt = e.ClosesAt });

    public Contest Apply(PhaseOpened e) => With(e.Category, e.Phase, w => w with { State = WindowState.Open, OpenedAt = e.At, ClosedAt = null });

    public Contest Apply(PhaseClosed e) => With(e.Category, e.Phase, w => w with { State = WindowState.Over, ClosedAt = e.At });

    public Contest Apply(RankingEntered e) => this with { Rankings = [.. Rankings, new Ranking(e.Category, e.Body, e.Ideas, e.Note, e.DecidedOn, e.At)] };

    public Contest Apply(PrizeAwarded e) => this with { Prizes = [.. Prizes.Where(p => p.Idea != e.Idea), new Prize(e.Idea, e.Title, e.Euros)] };

    public Contest Apply(ReviewPlanned e) => this with { Criteria = e.Criteria };

    public Contest Apply(ReviewerAssigned e) => this with { Reviewers = [.. Reviewers, e.Person] };

    public Contest Apply(ReviewerReleased e) => this with { Reviewers = [.. Reviewers.Where(r => r != e.Person)] };

    private Contest With(string category, Phase phase, Func<Window, Window> change)
    {
        var before = Of(category, phase) ?? new Window(category, phase, WindowState.Planned, null, null);
        return this with { Windows = [.. Windows.Where(w => w.Category != category || w.Phase != phase), change(before)] };
    }
}

public enum WindowState
{
    Planned = 0,
    Open = 1,
    Over = 2,
}

/// <summary>One phase of one category: planned from, until, and how it came.</summary>
public sealed record Window(string Category, Phase Phase, WindowState State, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt)
{
    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>An order of ideas, first place first.</summary>
public sealed record Ranking(string Category, Body Body, IReadOnlyList<Guid> Ideas, string Note, DateOnly DecidedOn, DateTimeOffset At);

/// <param name="Euros">Whole euros.</param>
public sealed record Prize(Guid Idea, string Title, int Euros);

/// <param name="Until">When other rules took their place, and why.</param>
public sealed record OldRules(ContestRules Rules, string Reason, DateTimeOffset Until);
