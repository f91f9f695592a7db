using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Entries;

/// <summary>Changes an idea: within the time for slips quietly, later as a new version that everyone can compare.</summary>
/// <param name="Version">The one it was changed from; another meanwhile is not overwritten.</param>
public sealed record RewordIdea(Guid Idea, int Version, IdeaWords Words) : IWish<Done>;

internal sealed class RewordIdeaVerb(Noticeboard board) : IVerb<RewordIdea, Done>
{
    public Permission Needs => Permission.Self;

    public Pace? Pace => new(30, 1_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(RewordIdea wish, Deed deed) => IdeaScope.Written(wish.Idea, deed);

    public async Task<Answer<Done>> Do(RewordIdea wish, Deed deed)
    {
        foreach (var (_, refusal) in wish.Words.Faults()) return refusal;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        var idea = stream.Aggregate!;
        var contest = (await deed.Session.LoadAsync<Contest>(idea.Contest, deed.Stop))!;
        if (Refuse(idea, contest, wish.Version) is { } no) return no;

        var quietly = contest.IsSealed(idea.Category) || deed.Now - idea.At < TimeSpan.FromMinutes(contest.Rules.EditMinutes) && !await IsSupported(idea.Id, deed);
        var words = wish.Words.Clean();
        var version = quietly ? idea.Edition : idea.Edition + 1;
        stream.AppendOne(new IdeaReworded(version, words.Theme!, words.District, words.Latitude, words.Longitude, quietly, deed.Person.Id!.Value, deed.Now) { Line = words.Line });
        if (quietly) WordStore.Mend(deed.Session, idea.Id, words);
        else WordStore.Add(deed.Session, idea.Id, version, words, await WordStore.NameOf(idea.Id, deed), deed.Now);
        if (!quietly && idea.State == IdeaState.Published)
            foreach (var person in (await IdeaFollows.Everyone(idea, deed)).Where(p => p != deed.Person.Id))
                board.Tell(deed.Session, person, IdeaNotices.Changed, idea.Id.ToString(), new { title = words.Title }, $"/ideen/{idea.Number}/fassungen");
        return new Done();
    }

    /// <summary>Why the idea can no longer be changed; null when it can.</summary>
    internal static Refusal? Refuse(Idea idea, Contest contest, int version) =>
        idea.State is not (IdeaState.Published or IdeaState.Waiting) ? IdeaRefusals.AlreadyGone
        : contest.Of(idea.Category, Phase.Points) is { State: not WindowState.Planned } || contest.Rankings.Any(r => r.Category == idea.Category) ? IdeaRefusals.Frozen
        : version != idea.Edition ? IdeaRefusals.VersionOld
        : null;

    private static async Task<bool> IsSupported(Guid idea, Deed deed)
    {
        await using var look = new NpgsqlCommand("select 1 from ideas.supports where idea = $1 limit 1", deed.Session.Connection);
        look.Parameters.AddWithValue(idea);
        return await look.ExecuteScalarAsync(deed.Stop) is not null;
    }
}
