using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Halls.Papers;

/// <summary>Results as the minutes of a session show them, for papers of other rooms. Before a poll is closed no number is handed out.</summary>
internal sealed class VoteSheets(IDocumentStore store, LiveHalls halls, LiveBoard board)
{
    public async Task<VoteSheet?> Of(Guid session, CancellationToken stop)
    {
        await using var reading = store.QuerySession();
        if (await reading.LoadAsync<Hall>(session, stop) is not { } hall || await halls.ByCode(hall.Code) is not { } view) return null;
        var votes = new List<VoteResult>();
        foreach (var poll in view.Polls)
        {
            if (poll.State is not (PollState.Closed or PollState.Annulled))
            {
                votes.Add(new VoteResult(poll.Id, poll.Rules.Question, poll.State == PollState.Open ? VoteStage.Open : VoteStage.Prepared, poll.Rules.Secret, null, [], null, null));
                continue;
            }
            var told = MinutesPoll.Of(1, poll, await board.Of(view, poll));
            votes.Add(new VoteResult(poll.Id, told.Question, VoteStage.Closed, told.Secret, told.Voters, Lines(told), told.Verdict, told.Reason));
        }
        return new VoteSheet(hall.Code, hall.Title, view.Hall.IsOver, votes);
    }

    private static VoteLine[] Lines(MinutesPoll poll) => poll.Words is { } words
        ? [.. words.Select(w => new VoteLine(w.Text, w.Count, null))]
        : [.. poll.Options.Where(o => o.Votes is not null).Select(o => new VoteLine(o.Text, o.Votes, o.OfCast))];
}
