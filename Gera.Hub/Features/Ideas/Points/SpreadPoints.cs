using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Points;

/// <summary>Somebody spread their points in a category; what they spread there before no longer counts.</summary>
public sealed record PointsSpread(Guid Contest, string Category, Guid Person, IReadOnlyList<IdeaPoints> Points, DateTimeOffset At);

/// <param name="Points">1 or more.</param>
public sealed record IdeaPoints(Guid Idea, int Points);

/// <summary>Spreads one's points over ideas of a category, all anew; an empty list takes them back.</summary>
public sealed record SpreadPoints(Guid Contest, string Category, IReadOnlyList<IdeaPoints> Points) : IWish<Done>;

internal sealed class SpreadPointsVerb : IVerb<SpreadPoints, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(30, 10_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(SpreadPoints wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(SpreadPoints wish, Deed deed)
    {
        var contest = (await deed.Session.LoadAsync<Contest>(wish.Contest, deed.Stop))!;
        if (contest.Rules.Support == Level.Resident && !deed.Person.IsResident) return Refusals.ResidentNeeded;
        var me = deed.Person.Id!.Value;
        var sheet = await SupportSheet.Hold(me, contest.Id, deed.Session, deed.Stop);
        if (!await PhaseGate.Hold(contest.Id, wish.Category, Phase.Points, deed)) return IdeaRefusals.PointsClosed;
        var ideas = await deed.Session.LoadManyAsync<Idea>(deed.Stop, wish.Points.Select(p => p.Idea).Distinct().ToArray());
        if (PointRules.Refuse(wish.Points, ideas, contest, wish.Category, me) is { } refusal) return refusal;

        deed.Session.Events.Append(sheet.Id, new PointsSpread(contest.Id, wish.Category, me, wish.Points, deed.Now));
        deed.Session.QueueSqlCommand($"delete from ideas.points where contest = ? and person = ? and idea in (select id from {IdeaSight.Table} where contest = ? and category = ?)", contest.Id, me, contest.Id, wish.Category);
        foreach (var (idea, points) in wish.Points) deed.Session.QueueSqlCommand("insert into ideas.points (contest, person, idea, points) values (?, ?, ?, ?)", contest.Id, me, idea, points);
        return new Done();
    }
}

/// <summary>When a spread is not taken.</summary>
internal static class PointRules
{
    public static Refusal? Refuse(IReadOnlyList<IdeaPoints> spread, IReadOnlyList<Idea> ideas, Contest contest, string category, Guid person)
    {
        var rules = contest.Rules;
        if (rules.Points is not { } most) return IdeaRefusals.PointsClosed;
        if (spread.Select(p => p.Idea).Distinct().Count() != spread.Count || ideas.Count != spread.Count) return Refusals.NotFound;
        if (ideas.Any(i => i.Contest != contest.Id || i.Category != category || i.State != IdeaState.Published || i.Lead is not null)) return Refusals.NotFound;
        if (ideas.Any(i => i.Author == person)) return IdeaRefusals.OwnIdea;
        return spread.Any(p => p.Points < 1 || p.Points > (rules.PointsPerIdea ?? most)) || spread.Sum(p => (long)p.Points) > most ? IdeaRefusals.PointsOutOfRange : null;
    }
}
