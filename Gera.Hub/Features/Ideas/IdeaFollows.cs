using Gera.Hub.People;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Notices;
using Marten;

namespace Gera.Hub.Features.Ideas;

/// <summary>What people can follow here, and who is told of what.</summary>
internal static class IdeaFollows
{
    private const string IdeaKind = "idea", ContestKind = "contest";

    public static string Idea(Guid id) => $"{IdeaKind}:{id}";

    public static string Contest(Guid id) => $"{ContestKind}:{id}";

    public static void AddIdeaFollows(this IServiceCollection services)
    {
        services.AddSingleton(new FollowKind(IdeaKind, async (provider, key, stop) =>
            Guid.TryParse(key, out var id) && await provider.GetRequiredService<IdeaLook>().At(key, Person.Nobody, null, stop) is { IsVeiled: false } view && view.Idea.Id == id ? new Followed(view.Text.Title, $"/ideen/{view.Idea.Number}") : null));
        services.AddSingleton(new FollowKind(ContestKind, async (provider, key, stop) =>
        {
            await using var session = provider.GetRequiredService<IDocumentStore>().QuerySession();
            return Guid.TryParse(key, out var id) && await session.LoadAsync<Contest>(id, stop) is { IsBox: false } contest ? new Followed(contest.Title, $"/ideen/wettbewerb/{contest.Key}") : null;
        }));
    }

    /// <summary>Tells of an idea that everyone can see from now on: whoever follows its theme's group, its contest or the place.</summary>
    public static async Task TellNew(this Noticeboard board, Idea idea, string title, Deed deed)
    {
        var targets = Around.Covering(idea.Latitude, idea.Longitude, idea.District).Append($"group:{idea.Theme}").Append(Contest(idea.Contest)).ToArray();
        foreach (var person in (await FollowBoard.Followers(deed, targets)).Where(p => p != idea.Author))
            board.Tell(deed.Session, person, IdeaNotices.New, idea.Id.ToString(), new { title, theme = idea.Theme }, $"/ideen/{idea.Number}");
    }

    /// <summary>Supporters, followers and the author of an idea, each once, without whoever did it.</summary>
    public static async Task<IEnumerable<Guid>> Everyone(Idea idea, Deed deed)
    {
        IEnumerable<Guid> told = (await Supporters.Of(idea.Id, deed)).Concat(await FollowBoard.Followers(deed, Idea(idea.Id)));
        if (idea.Author is { } author) told = told.Append(author);
        told = told.Concat(idea.Coauthors.Where(c => c.Accepted).Select(c => c.Person));
        return told.Distinct();
    }
}
