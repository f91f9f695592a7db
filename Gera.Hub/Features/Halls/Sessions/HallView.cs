namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>A session with its polls in their order, as read at one moment. Dropped ones are not in it.</summary>
public sealed record HallView(Hall Hall, IReadOnlyList<Poll> Polls)
{
    /// <summary>The open poll, else the one closed last; null before the first.</summary>
    public Poll? Current => Polls.FirstOrDefault(p => p.State == PollState.Open)
        ?? Polls.Where(p => p.State is PollState.Closed or PollState.Annulled).MaxBy(p => p.ClosedAt);

    /// <summary>The prepared poll that comes next.</summary>
    public Poll? Next => Polls.FirstOrDefault(p => p.State == PollState.Prepared);

    public Poll? Find(Guid poll) => Polls.FirstOrDefault(p => p.Id == poll);
}
