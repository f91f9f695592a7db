using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Groups;

/// <summary>Takes an idea into another contest, as a new idea of the same author that says where it comes from. Supports stay where they were given.</summary>
/// <param name="Contest">Key of the contest; its submission must be open.</param>
public sealed record CarryIdea(Guid Idea, string? Contest, string? Category) : IWish<Done>;

internal sealed class CarryIdeaVerb(Noticeboard board) : IVerb<CarryIdea, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(CarryIdea wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(CarryIdea wish, Deed deed)
    {
        if (await deed.Session.Query<Contest>().FirstOrDefaultAsync(c => c.Key == wish.Contest, deed.Stop) is not { } contest) return Refusals.NotFound;
        if (contest.Find(wish.Category) is not { } category) return IdeaRefusals.CategoryMissing;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        var idea = stream.Aggregate!;
        if (idea.State != IdeaState.Published) return IdeaRefusals.AlreadyGone;
        if (idea.Contest == contest.Id) return IdeaRefusals.SameContest;
        if (idea.CarriedTo.Count > 0 && (await deed.Session.LoadManyAsync<Idea>(deed.Stop, idea.CarriedTo.ToArray())).Any(i => i.Contest == contest.Id)) return IdeaRefusals.AlreadyCarried;
        if (!await PhaseGate.Hold(contest.Id, category.Key, Phase.Submission, deed)) return IdeaRefusals.CarryClosed;

        var (id, number) = (deed.NewId(), await IdeaNumbers.Next(deed));
        deed.Session.Events.StartStream<Idea>(id, new IdeaSubmitted(id, number, contest.Id, category.Key, idea.Author, idea.Shown, idea.Theme, idea.District, idea.Latitude, idea.Longitude, idea.Channel, false, deed.Now) { Origin = idea.Id, Line = idea.Line });
        var (words, name) = await Words(idea, deed);
        WordStore.Add(deed.Session, id, 1, words, name, deed.Now);
        stream.AppendOne(new IdeaCarried(id, deed.Person.Id!.Value, deed.Now));
        if (idea.Author is { } author) board.Tell(deed.Session, author, IdeaNotices.Carried, idea.Id.ToString(), new { title = words.Title, contest = contest.Title }, $"/ideen/{number}");
        return new Done();
    }

    private static async Task<(IdeaWords Words, string? Name)> Words(Idea idea, Deed deed)
    {
        await using var look = new NpgsqlCommand("select title, summary, body, name from ideas.words where idea = $1 and is_current", deed.Session.Connection);
        look.Parameters.AddWithValue(idea.Id);
        await using var reader = await look.ExecuteReaderAsync(deed.Stop);
        await reader.ReadAsync(deed.Stop);
        return (new IdeaWords(reader.GetString(0), reader.GetString(1), reader.GetString(2), idea.Theme, idea.District, idea.Latitude, idea.Longitude), await reader.IsDBNullAsync(3, deed.Stop) ? null : reader.GetString(3));
    }
}
