using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Enters what the committee recommended or the council decided.</summary>
/// <param name="Category">Key of a category; empty: of the whole contest.</param>
/// <param name="Numbers">Numbers of ideas of the contest, first place first, at most 100.</param>
public sealed record EnterRanking(Guid Contest, string Category, Body Body, IReadOnlyList<string> Numbers, string? Note, DateOnly DecidedOn) : IWish<Done>;

internal sealed class EnterRankingVerb : IVerb<EnterRanking, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(EnterRanking wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(EnterRanking wish, Deed deed)
    {
        if (People.Text.Check(wish.Note, 300, ("Hinweis", "note"), required: false) is { } bad) return bad;
        if (wish.Numbers.Count is 0 or > 100 || wish.Numbers.Distinct(StringComparer.OrdinalIgnoreCase).Count() != wish.Numbers.Count) return IdeaRefusals.NumbersBad;
        if (wish.DecidedOn > Shell.Berlin.Day(deed.Now)) return IdeaRefusals.DayAhead;
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        var contest = stream.Aggregate!;
        if (wish.Category.Length > 0 && contest.Find(wish.Category) is null) return IdeaRefusals.CategoryMissing;
        var wanted = wish.Numbers.Select(n => n.Trim().ToUpperInvariant()).ToArray();
        var found = await deed.Session.Query<Idea>().Where(i => i.Contest == contest.Id && i.Number.IsOneOf(wanted)).ToListAsync(deed.Stop);
        // A ranking must not tell of what nobody may see yet.
        if (found.Count != wanted.Length || found.Any(i => contest.IsSealed(i.Category) || wish.Category.Length > 0 && i.Category != wish.Category)) return IdeaRefusals.NumbersBad;
        var order = wanted.Select(n => found.Single(i => i.Number == n).Id).ToArray();
        stream.AppendOne(new RankingEntered(wish.Category, wish.Body, order, People.Text.Clean(wish.Note ?? ""), wish.DecidedOn, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
