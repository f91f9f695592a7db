using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>Gives an idea points by the contest's criteria, and a note for the jury. Later ones replace the own earlier ones.</summary>
/// <param name="Points">By the criterion's key; each of them.</param>
/// <param name="Note">At most 1,000 characters; nobody but reviewers and editors reads it.</param>
public sealed record ReviewIdea(Guid Idea, IReadOnlyDictionary<string, int> Points, string? Note) : IWish<Done>;

internal sealed class ReviewIdeaVerb : IVerb<ReviewIdea, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(200, 2_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(ReviewIdea wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(ReviewIdea wish, Deed deed)
    {
        var (idea, contest) = await IdeaScope.Load(wish.Idea, deed);
        var me = deed.Person.Id!.Value;
        // For anyone but the contest's reviewers there is nothing to review.
        if (!contest.Reviewers.Contains(me)) return Refusals.NotFound;
        if (People.Text.Check(wish.Note, 1_000, ("Notiz", "note"), required: false) is { } bad) return bad;
        if (idea.IsBy(me)) return ReviewRefusals.OwnReview;
        if (wish.Points.Count != contest.Criteria.Count || contest.Criteria.Any(c => !wish.Points.TryGetValue(c.Key, out var points) || points < 0 || points > c.Most)) return ReviewRefusals.ReviewBad;
        foreach (var criterion in contest.Criteria)
            deed.Session.QueueSqlCommand("insert into ideas.reviews (idea, person, criterion, points, at) values (?, ?, ?, ?, ?) on conflict (idea, person, criterion) do update set points = excluded.points, at = excluded.at",
                idea.Id, me, criterion.Key, wish.Points[criterion.Key], deed.Now);
        deed.Session.QueueSqlCommand("insert into ideas.review_notes (idea, person, note) values (?, ?, ?) on conflict (idea, person) do update set note = excluded.note", idea.Id, me, People.Text.Clean(wish.Note ?? ""));
        return new Done();
    }
}
