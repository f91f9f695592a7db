using System.Text.RegularExpressions;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Sets up a contest, its categories and their windows.</summary>
/// <param name="Key">Part of its address: lower case letters, digits and hyphens, at most 40.</param>
/// <param name="Windows">Phases with their times; each category needs one for submission.</param>
public sealed record AnnounceContest(string? Key, string? Title, string? Lead, IReadOnlyList<Category> Categories, IReadOnlyList<PlannedWindow> Windows, ContestRules Rules) : IWish<Guid>
{
    /// <summary>The box that is always open; only the hub sets it up.</summary>
    internal bool IsBox { get; init; }
}

/// <summary>When a phase of a category is to begin and to end; null: by hand.</summary>
public sealed record PlannedWindow(string Category, Phase Phase, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);

internal sealed partial class AnnounceContestVerb : IVerb<AnnounceContest, Guid>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Guid>> Do(AnnounceContest wish, Deed deed)
    {
        if (People.Text.Check(wish.Title, 120, ("Titel", "title")) is { } badTitle) return badTitle;
        if (People.Text.Check(wish.Lead, 600, ("Einleitung", "lead")) is { } badLead) return badLead;
        if (wish.Key is null || !KeyForm().IsMatch(wish.Key)) return IdeaRefusals.ContestKeyBad;
        if (Refuse(wish) is { } refusal) return refusal;
        if (await deed.Session.Query<Contest>().AnyAsync(c => c.Key == wish.Key, deed.Stop)) return IdeaRefusals.ContestKeyTaken;

        var id = deed.NewId();
        var announced = new ContestAnnounced(id, wish.Key, People.Text.Clean(wish.Title!), People.Text.Clean(wish.Lead!), wish.IsBox, wish.Categories, wish.Rules, deed.Person.Id, deed.Now);
        var planned = wish.Windows.Select(w => new PhasePlanned(w.Category, w.Phase, w.OpensAt, w.ClosesAt, deed.Person.Id, deed.Now)).ToArray();
        deed.Session.Events.StartStream<Contest>(id, [announced, .. planned]);
        var contest = planned.Aggregate(Contest.Create(announced), (c, e) => c.Apply(e));
        foreach (var window in contest.Windows) PhaseGate.Set(contest, window, deed);
        return id;
    }

    private static Refusal? Refuse(AnnounceContest wish)
    {
        if (wish.Categories.Count is 0 or > 40 || wish.Categories.DistinctBy(c => c.Key).Count() != wish.Categories.Count) return IdeaRefusals.CategoriesBad;
        if (wish.Categories.Any(c => !wish.Windows.Any(w => w.Category == c.Key && w.Phase == Phase.Submission))) return IdeaRefusals.WindowMissing;
        if (wish.Windows.Any(w => wish.Categories.All(c => c.Key != w.Category) || w is { OpensAt: { } opens, ClosesAt: { } closes } && closes <= opens)) return IdeaRefusals.WindowBad;
        if (wish.Windows.DistinctBy(w => (w.Category, w.Phase)).Count() != wish.Windows.Count) return IdeaRefusals.WindowBad;
        return RulesCheck.Refuse(wish.Rules, wish.Windows.Any(w => w.Phase == Phase.Points));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyForm();
}

/// <summary>Which rules a contest cannot have.</summary>
internal static class RulesCheck
{
    public static Refusal? Refuse(ContestRules rules, bool hasPoints)
    {
        if (rules.SupportsPerPerson is < 1 or > 1000) return IdeaRefusals.LimitBad;
        if (hasPoints && (rules.Points is not (>= 1 and <= 1000) || rules.PointsPerIdea is < 1 || rules.PointsPerIdea > rules.Points)) return IdeaRefusals.PointsBad;
        if (rules.EditMinutes is < 0 or > 10_080 || rules.MinimumAge is < 0 or > 99) return IdeaRefusals.LimitBad;
        return People.Text.Check(rules.Why, 500, ("Begründung der Beteiligungsstufe", "reason for the level of participation"));
    }
}
