namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>This process's ballot box of one poll, as committed: a stream nobody else appends to.</summary>
internal sealed record Box(Guid Poll, Guid Id, long Height, string Head, long[] Cells, int Voters);

/// <summary>A box with the entries of the group being committed.</summary>
internal sealed class BoxDraft(Box box, PollRules rules, bool isNew)
{
    private readonly long[] cells = [.. box.Cells];
    private long height = box.Height;
    private string head = box.Head;
    private int voters = box.Voters;

    public Guid Poll => box.Poll;

    public Guid Id => box.Id;

    public PollRules Rules => rules;

    public bool IsNew => isNew;

    public List<object> Events { get; } = [];

    /// <summary>Adds a ballot, or the change of one when <paramref name="was"/> is given.</summary>
    public void Put(string receipt, int[] choice, int[]? was, string? seal)
    {
        head = Chain.Link(++height, head, Chain.BallotType, Chain.Hash(Chain.Payload(receipt, choice, was, seal)));
        Events.Add(new BallotCast(receipt, choice, was, seal, head));
        Ballots.Cells.Add(cells, rules, choice, 1);
        if (was is null) voters++;
        else Ballots.Cells.Add(cells, rules, was, -1);
    }

    public BoxTally ToTally() => new(box.Id, height, cells, voters);

    public Box Done() => new(box.Poll, box.Id, height, head, cells, voters);
}
