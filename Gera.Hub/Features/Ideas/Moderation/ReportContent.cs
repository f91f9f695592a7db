using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Reports an idea or a comment. Whoever reports with an account does so once until it is decided; without one it is limited per address.</summary>
/// <param name="Words">At most 1,000 characters, or nothing.</param>
public sealed record ReportContent(Subject Kind, Guid Id, ReportReason? Reason, string? Words) : IWish<Done>;

internal sealed class ReportContentVerb : IVerb<ReportContent, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(10, 30, TimeSpan.FromMinutes(10));

    public async Task<Scope?> ScopeOf(ReportContent wish, Deed deed) => wish.Kind == Subject.Comment ? await CommentDesk.Visible(wish.Id, deed) : await IdeaScope.Readable(wish.Id, deed);

    public async Task<Answer<Done>> Do(ReportContent wish, Deed deed)
    {
        if (wish.Reason is not { } reason || !Enum.IsDefined(reason)) return CaseRefusals.ReasonMissing;
        if (People.Text.Check(wish.Words, 1_000, ("Meldung", "report"), required: false) is { } bad) return bad;
        var made = new ReportMade(reason, deed.Now);
        Guid id;
        if (await CaseDesk.Hold(wish.Id, deed) is { } open)
        {
            id = open.Id;
            if (deed.Person.Id is { } me && await HasReported(id, me, deed)) return new Done();
            (await deed.Session.Events.FetchForWriting<Case>(id, deed.Stop)).AppendOne(made);
        }
        else
        {
            id = deed.NewId();
            var (idea, author) = await About(wish, deed);
            deed.Session.Events.StartStream<Case>(id, new CaseOpened(id, wish.Kind, wish.Id, idea, author, deed.Now), made);
        }
        deed.Session.QueueSqlCommand("insert into ideas.reports (id, of_case, person, reason, words, at) values (?, ?, ?::text::uuid, ?, ?, ?)",
            deed.NewId(), id, deed.Person.Id?.ToString()!, reason.ToString(), People.Text.Clean(wish.Words ?? ""), deed.Now);
        return new Done();
    }

    private static async Task<(Guid Idea, Guid? Author)> About(ReportContent wish, Deed deed)
    {
        if (wish.Kind == Subject.Idea) return (wish.Id, (await deed.Session.LoadAsync<Idea>(wish.Id, deed.Stop))!.Author);
        var comment = (await deed.Session.LoadAsync<Comment>(wish.Id, deed.Stop))!;
        return (comment.Idea, comment.Author);
    }

    private static async Task<bool> HasReported(Guid id, Guid person, Deed deed)
    {
        await using var look = new NpgsqlCommand("select 1 from ideas.reports where of_case = $1 and person = $2", deed.Session.Connection);
        look.Parameters.AddWithValue(id);
        look.Parameters.AddWithValue(person);
        return await look.ExecuteScalarAsync(deed.Stop) is not null;
    }
}
