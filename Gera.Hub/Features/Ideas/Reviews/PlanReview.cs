using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>Sets what reviewers of a contest give points for.</summary>
/// <param name="Criteria">One to ten; keys are given by their order.</param>
public sealed record PlanReview(Guid Contest, IReadOnlyList<Criterion> Criteria) : IWish<Done>;

internal sealed class PlanReviewVerb : IVerb<PlanReview, Done>
{
    private const int MostCriteria = 10, MostPoints = 100;

    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(PlanReview wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(PlanReview wish, Deed deed)
    {
        if (wish.Criteria.Count is 0 or > MostCriteria || wish.Criteria.Any(c => c.Most is < 1 or > MostPoints)) return ReviewRefusals.CriteriaBad;
        foreach (var criterion in wish.Criteria)
            if (People.Text.Check(criterion.Title, 80, ("Kriterium", "criterion")) is { } bad) return bad;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        await using var given = new NpgsqlCommand($"select 1 from ideas.reviews r join {IdeaSight.Table} i on i.id = r.idea where i.contest = $1 limit 1", deed.Session.Connection);
        given.Parameters.AddWithValue(wish.Contest);
        if (await given.ExecuteScalarAsync(deed.Stop) is not null) return ReviewRefusals.CriteriaFixed;
        stream.AppendOne(new ReviewPlanned([.. wish.Criteria.Select((c, n) => new Criterion(FormattableString.Invariant($"{n + 1}"), People.Text.Clean(c.Title), c.Most))], deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
