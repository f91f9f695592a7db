using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Moderation;

namespace Gera.Hub.Tests.Testing;

/// <summary>A contest of one category made for one test, known to nobody else.</summary>
internal sealed record IdeaTown(RunningHub Hub, Guid Contest, string Key)
{
    public const string Category = "alle";

    public static readonly ContestRules Rules = new(false, false, Level.Account, Level.Account, null, null, null, false, 60, 16, Participation.Consultation, "Die Stadt prüft und antwortet.");

    /// <param name="open">Phases that are open from the start.</param>
    public static async Task<IdeaTown> Make(RunningHub hub, ContestRules? rules = null, params Phase[] open)
    {
        var key = $"probe-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        var phases = (rules ?? Rules).Points is null ? new[] { Phase.Submission, Phase.Support } : Enum.GetValues<Phase>();
        var wish = new AnnounceContest(key, "Probe", "Ein Wettbewerb zur Probe.", [new Category(Category, "Alle", "alle")], [.. phases.Select(p => new PlannedWindow(Category, p, null, null))], rules ?? Rules);
        var town = new IdeaTown(hub, (await hub.Door.Send<AnnounceContest, Guid>(wish, Caller.Clock)).Value, key);
        foreach (var phase in open.Length == 0 ? [Phase.Submission, Phase.Support] : open) await town.Move(phase, true);
        return town;
    }

    public async Task Move(Phase phase, bool open) => Assert.Null((await Hub.Door.Send<MovePhase, Done>(new MovePhase(Contest, Category, phase, open), Caller.Clock)).Refusal);

    public static IdeaWords Words(string title = "Trinkbrunnen auf dem Kornmarkt") => new(title, "Ein Brunnen für heiße Tage.", "Damit niemand durstig bleibt.", "energie", "Stadtmitte", null, null);

    public async Task<IdeaTaken> Idea(Somebody author, string title = "Trinkbrunnen auf dem Kornmarkt", AuthorShown shown = AuthorShown.Name, string? pseudonym = null) =>
        await author.Does<SubmitIdea, IdeaTaken>(new SubmitIdea(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Key, Category, Words(title), shown, pseudonym));

    public async Task<Guid> Comment(Somebody author, IdeaTaken idea, string words = "Das wünsche ich mir auch.", Guid? answers = null, Mark mark = Mark.Pro) =>
        await author.Does<AddComment, Guid>(new AddComment(new NewComment(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), idea.Id, answers, mark, words)));

    /// <summary>Reports something and tells its case.</summary>
    public async Task<Guid> Reported(Subject kind, Guid id, ReportReason reason = ReportReason.Insult, string? words = null)
    {
        Assert.Null((await Hub.Door.Send<ReportContent, Done>(new ReportContent(kind, id, reason, words), Caller.Nobody)).Refusal);
        return await Hub.Ask<Guid>("select id from hub.mt_doc_case where subject = $1 and state = 'Open'", id);
    }
}
