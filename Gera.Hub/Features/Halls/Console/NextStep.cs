namespace Gera.Hub.Features.Halls.Console;

/// <summary>What the large button does.</summary>
public enum NextMove { Prepare, Open, Close, Over }

/// <summary>The next sensible thing in a session: close what is open, else open what is prepared, else prepare something.</summary>
/// <param name="Poll">The poll it is about.</param>
public sealed record NextStep(NextMove Move, Poll? Poll = null)
{
    public static NextStep Of(HallView view) => view switch
    {
        { Hall.IsOver: true } => new(NextMove.Over),
        { Current: { State: PollState.Open } open } => new(NextMove.Close, open),
        { Next: { } prepared } => new(NextMove.Open, prepared),
        _ => new(NextMove.Prepare),
    };
}
