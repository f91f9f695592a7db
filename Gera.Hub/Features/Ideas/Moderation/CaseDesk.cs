using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>What the verbs of moderation have in common.</summary>
internal sealed class CaseDesk(Noticeboard board)
{
    public const int WordsMost = 2_000;

    /// <summary>Of any case, with whom it concerns as the owner.</summary>
    public static async Task<Scope?> Any(Guid id, Deed deed) => await deed.Session.LoadAsync<Case>(id, deed.Stop) is { } found ? new Scope(Owner: found.Author) { About = id.ToString() } : null;

    /// <summary>The case that is open about this, held until the deed is saved: who reports the same at the same moment waits and finds it.</summary>
    public static async Task<Case?> Hold(Guid subject, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('case ' || $1::text, 0))", deed.Session.Connection);
        hold.Parameters.AddWithValue(subject);
        await hold.ExecuteNonQueryAsync(deed.Stop);
        return await deed.Session.Query<Case>().FirstOrDefaultAsync(c => c.Subject == subject && c.State == CaseState.Open, deed.Stop);
    }

    /// <summary>Keeps words beside the events, where they can be taken back.</summary>
    /// <param name="kind">decision, appeal or answer.</param>
    public static void Keep(string kind, Guid id, string? words, Deed deed) =>
        deed.Session.QueueSqlCommand("insert into ideas.case_words (of_case, kind, words) values (?, ?, ?)", id, kind, People.Text.Clean(words ?? ""));

    /// <summary>Takes what the case is about off everyone's view; the text is kept for the appeal.</summary>
    public static async Task Hide(Case about, ReportReason reason, Deed deed)
    {
        var by = deed.Person.Id!.Value;
        if (about.Kind == Subject.Idea)
        {
            var idea = await deed.Session.Events.FetchForWriting<Idea>(about.Subject, deed.Stop);
            if (idea.Aggregate is { State: IdeaState.Published or IdeaState.Withdrawn }) idea.AppendOne(new IdeaHidden(about.Id, reason, by, deed.Now));
            return;
        }
        var comment = await deed.Session.Events.FetchForWriting<Comment>(about.Subject, deed.Stop);
        if (comment.Aggregate is { State: CommentState.Published }) comment.AppendOne(new CommentHidden(about.Id, reason, by, deed.Now));
    }

    public static async Task Restore(Case about, Deed deed)
    {
        var by = deed.Person.Id!.Value;
        if (about.Kind == Subject.Idea)
        {
            var idea = await deed.Session.Events.FetchForWriting<Idea>(about.Subject, deed.Stop);
            if (idea.Aggregate is { State: IdeaState.Hidden }) idea.AppendOne(new IdeaRestored(about.Id, by, deed.Now));
            return;
        }
        var comment = await deed.Session.Events.FetchForWriting<Comment>(about.Subject, deed.Stop);
        if (comment.Aggregate is { State: CommentState.Hidden }) comment.AppendOne(new CommentRestored(about.Id, by, deed.Now));
    }

    /// <summary>Whom it concerns learns what was decided, and why.</summary>
    public void TellAuthor(Case about, string outcome, ReportReason reason, Deed deed)
    {
        if (about.Author is { } author) board.Tell(deed.Session, author, IdeaNotices.Moderated, about.Id.ToString(), new { kind = about.Kind.ToString(), outcome, reason = reason.ToString() }, Page(about.Id));
    }

    /// <summary>Those who reported it with their account learn what became of it.</summary>
    public async Task TellReporters(Case about, bool hide, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var people = new List<Guid>();
        await using (var command = new NpgsqlCommand("select person from ideas.reports where of_case = $1 and person is not null", deed.Session.Connection))
        {
            command.Parameters.AddWithValue(about.Id);
            await using var reader = await command.ExecuteReaderAsync(deed.Stop);
            while (await reader.ReadAsync(deed.Stop)) people.Add(reader.GetGuid(0));
        }
        foreach (var person in people)
            board.Tell(deed.Session, person, IdeaNotices.ReportDecided, about.Id.ToString(), new { kind = about.Kind.ToString(), outcome = hide ? nameof(CaseState.Hidden) : nameof(CaseState.Kept) }, "/ideen/entscheidungen");
    }

    public static string Page(Guid id) => $"/ideen/entscheidungen/{id}";
}
