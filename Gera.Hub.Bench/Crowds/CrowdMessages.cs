namespace Gera.Hub.Bench.Crowds;

/// <summary>Who votes where. <see cref="First"/> is the number of the crowd's first voter in the whole hall.</summary>
/// <param name="Share">So many neighbouring voters hold the same seat (1: everybody has an own one).</param>
/// <param name="Page">Each voter asks for <c>GET /live/{code}</c> first and joins with the seat cookie it got.</param>
internal sealed record CrowdSpec(string Code, int[] Ports, int First, int Count, ulong Seed, int Options, int Share = 1, bool Page = false);

/// <summary>
/// One order to a worker, one line of JSON; each is answered by one line. Times are
/// <see cref="System.Diagnostics.Stopwatch"/> ticks, which all processes of one machine share.
/// </summary>
/// <param name="Do"><c>connect</c>, <c>vote</c>, <c>settle</c>, <c>report</c> or <c>leave</c></param>
internal sealed record Order(string Do, CrowdSpec? Crowd = null, string? Poll = null, long At = 0, double Seconds = 0, int Version = 0, double Limit = 60);

/// <summary>The short answer to every order.</summary>
internal sealed record Standing(bool Done, int Seated, int Answered, int Version, long ReceivedBytes, long SentBytes, Dictionary<string, int>? Troubles = null, string? Failure = null);

/// <summary>Screens went from below <see cref="Above"/> (exclusive) to <see cref="UpTo"/>, the last of them at <see cref="At"/>.</summary>
internal sealed record Reach(int Above, int UpTo, long At);

/// <summary>Everything a crowd saw; times in microseconds since the order's press moment, -1 for never.</summary>
internal sealed record CrowdReport
{
    public required int First { get; init; }
    public required long ConnectStarted { get; init; }
    public required long ConnectEnded { get; init; }
    public required int[] Pressed { get; init; }
    public required int[] Acknowledged { get; init; }
    public required int[] Versions { get; init; }
    public required string[] Statuses { get; init; }
    /// <summary>When each screen got the newest count it ever got, and which that was.</summary>
    public required int[] ScreenAt { get; init; }
    public required int[] ScreenVersion { get; init; }
    public required Reach[] Reached { get; init; }
    /// <summary>The newest count any screen showed.</summary>
    public long[]? FinalVotes { get; init; }
    /// <summary>The press moment all times count from, in Stopwatch ticks.</summary>
    public required long PressMoment { get; init; }
    /// <summary>The longest wait for any answer to a vote, <c>busy</c> included; microseconds.</summary>
    public required int LongestWait { get; init; }
    public required int Busy { get; init; }
    public required int Errors { get; init; }
    public required int Reconnects { get; init; }
    public required int Silences { get; init; }
    public required int WentBack { get; init; }
    public required int Contradictions { get; init; }
    public required Dictionary<string, int> Troubles { get; init; }
    public required long ReceivedBytes { get; init; }
    public required long SentBytes { get; init; }
    public required double CpuSeconds { get; init; }
}
