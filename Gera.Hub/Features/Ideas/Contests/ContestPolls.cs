using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Ideas.Contests;

/// <summary>Lets a hall vote on the ideas of a contest: each category whose ideas everyone can see is an offer of options.</summary>
internal static class ContestPolls
{
    /// <summary>More ideas than this do not fit on a ballot.</summary>
    private const int Most = 60, LongestOption = 200;

    public static void AddContestPolls(this IServiceCollection services) => services.AddSingleton(new PollSource(List));

    private static async Task<IReadOnlyList<PollOffer>> List(IServiceProvider provider, CancellationToken stop)
    {
        var (list, texts) = (provider.GetRequiredService<IdeaList>(), provider.GetRequiredService<IStringLocalizer<IdeaTexts>>());
        var offers = new List<PollOffer>();
        foreach (var contest in (await provider.GetRequiredService<ContestList>().All(stop)).Where(c => !c.IsBox))
            foreach (var category in contest.Categories.Where(c => !contest.IsSealed(c.Key)))
            {
                var cards = new List<IdeaCard>();
                for (var page = 1; cards.Count < Most + 1; page++)
                {
                    var (more, _) = await list.Of(new IdeaQuery(null, null, null, contest.Key, category.Key, null, IdeaOrder.Newest, "", page), stop);
                    cards.AddRange(more);
                    if (more.Count < IdeaQuery.PageSize) break;
                }
                if (cards.Count is >= 2 and <= Most)
                    offers.Add(new PollOffer(texts["PollOffer", contest.Title, category.Title], [.. cards.OrderBy(c => c.Number, StringComparer.Ordinal).Select(c => $"{c.Title} ({c.Number})" is { Length: <= LongestOption } option ? option : c.Number)]));
            }
        return offers;
    }
}
