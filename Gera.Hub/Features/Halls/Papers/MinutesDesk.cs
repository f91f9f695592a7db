using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>Gathers what the minutes of a session say.</summary>
internal sealed class MinutesDesk(LiveHalls halls, LiveBoard board, QuestionList questions, Names names)
{
    public Task<HallView?> Find(string? code) => halls.ByCode(code);

    /// <summary>Null while the session goes on.</summary>
    public async Task<Minutes?> Of(HallView view, CancellationToken stop)
    {
        if (!view.Hall.IsOver) return null;
        var polls = new List<PollSnapshot>();
        foreach (var poll in view.Polls.Where(p => p.State is PollState.Closed or PollState.Annulled).OrderBy(p => p.OpenedAt)) polls.Add(await board.Of(view, poll));
        return Minutes.Of(view, await names.Of(view.Hall.Leader, stop), polls, await Asked(view.Hall.Id, stop));
    }

    /// <summary>One poll as the minutes would show it now.</summary>
    public async Task<MinutesPoll?> One(string? code, Guid poll) =>
        await halls.ByCode(code) is { } view && view.Find(poll) is { State: not PollState.Prepared } found ? MinutesPoll.Of(1, found, await board.Of(view, found)) : null;

    private async Task<List<MinutesQuestion>> Asked(Guid hall, CancellationToken stop)
    {
        var all = new List<MinutesQuestion>();
        for (var page = 1; ; page++)
        {
            var some = await questions.Of(hall, null, all: false, newestFirst: false, page, stop);
            all.AddRange(some.Select(q => new MinutesQuestion(q.Text, q.Name, q.Upvotes, q.State == QuestionState.Answered, q.Answer)));
            if (some.Count < QuestionList.PageSize) return all;
        }
    }
}
