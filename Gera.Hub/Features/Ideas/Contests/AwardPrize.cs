using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Gives an idea of the contest a prize; another one for the same idea replaces it.</summary>
/// <param name="Euros">Whole euros, 0 to 1,000,000.</param>
public sealed record AwardPrize(Guid Contest, string? Number, string? Title, int Euros) : IWish<Done>;

internal sealed class AwardPrizeVerb : IVerb<AwardPrize, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(AwardPrize wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(AwardPrize wish, Deed deed)
    {
        if (People.Text.Check(wish.Title, 80, ("Preis", "prize")) is { } bad) return bad;
        if (wish.Euros is < 0 or > 1_000_000) return IdeaRefusals.LimitBad;
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        var wanted = wish.Number?.Trim().ToUpperInvariant() ?? "";
        var idea = await deed.Session.Query<Idea>().FirstOrDefaultAsync(i => i.Contest == wish.Contest && i.Number == wanted, deed.Stop);
        if (idea is null || stream.Aggregate!.IsSealed(idea.Category)) return IdeaRefusals.NumbersBad;
        stream.AppendOne(new PrizeAwarded(idea.Id, People.Text.Clean(wish.Title!), wish.Euros, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
