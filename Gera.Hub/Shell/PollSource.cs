namespace Gera.Hub.Shell;

/// <summary>Options for a poll that another room can offer, e.g. the ideas of a contest; rooms register theirs.</summary>
/// <param name="List">What can be taken over now, in the reader's language.</param>
public sealed record PollSource(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<PollOffer>>> List);

/// <param name="Title">What the options are of, e.g. a contest's category.</param>
/// <param name="Options">At most 200 characters each.</param>
public sealed record PollOffer(string Title, IReadOnlyList<string> Options);
