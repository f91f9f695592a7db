using System.Diagnostics;
using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Crowds;

/// <summary>
/// All voters of one worker process, driven by one thread without locks: one epoll, one buffer to read
/// into, one to write from. What is measured is taken here, at the moment bytes come out of the socket.
/// </summary>
internal sealed class Crowd(CrowdSpec spec) : IDisposable
{
    /// <summary>Join may wait up to a minute by contract; a vote may not wait, so 20 s is a fault and is counted.</summary>
    public const double JoinPatience = 75, VotePatience = 20;
    public const int MostErrors = 20;
    /// <summary>Handshakes under way at once: below Kestrel's backlog of 512, so that no SYN is dropped.</summary>
    private const int MostUnderWay = 256;
    private const int PressesPerRound = 128;

    private readonly Voter[] voters = new Voter[spec.Count];
    private readonly Queue<Voter> toConnect = new();
    private readonly PriorityQueue<Voter, long> later = new();
    private readonly Oracle oracle = new(spec.Seed, 0, spec.Options);
    private readonly Random jitter = new((int)spec.Seed + spec.First);
    private string? poll;
    private long pressAt, pressStep, connectStarted, connectEnded, tickAt;
    private int pressed, underWay, seatedOnce, pinged;

    public CrowdSpec Spec => spec;
    public Epoll Epoll { get; } = new();
    public SharedBuffers Buffers { get; } = new();
    public CountMemo Memo { get; } = new();
    public Dictionary<string, int> Troubles { get; } = [];
    public int Seated { get; private set; }
    public int Answered { get; private set; }
    public int Silences { get; set; }
    public long LongestWait { get; set; }
    public Sightings Sightings { get; } = new();
    private int Busy { get; set; }
    private int Errors { get; set; }
    private int Reconnects { get; set; }

    public int PortOf(int voter) => spec.Ports[(spec.First + voter) % spec.Ports.Length];

    public bool AllSeated => Seated == spec.Count;
    public bool AllAnswered => Answered == spec.Count;

    public bool AllSee(int version) => Sightings.Newest >= version && Array.TrueForAll(voters, v => v.ScreenVersion >= version);

    public void StartConnecting()
    {
        connectStarted = Stopwatch.GetTimestamp();
        for (var i = 0; i < spec.Count; i++)
            voters[i] = new Voter(this, i);
        foreach (var voter in voters)
            if (voter.Number % spec.Share == 0) // the others come when the holder of their seat has it
                toConnect.Enqueue(voter);
    }

    /// <param name="at">The moment of the first press, in Stopwatch ticks.</param>
    /// <param name="seconds">0: everybody presses at that moment; else evenly spread, by the schedule and not by the answers.</param>
    public void StartVoting(string poll, long at, double seconds)
    {
        (this.poll, pressAt) = (poll, at);
        pressStep = (long)(seconds * Stopwatch.Frequency / spec.Count);
    }

    /// <summary>One round: what is due is begun, what has arrived is read.</summary>
    public void Turn()
    {
        var now = Stopwatch.GetTimestamp();
        while (underWay < MostUnderWay && toConnect.TryDequeue(out var next))
        {
            underWay++;
            next.Connect();
        }
        for (var i = 0; i < PressesPerRound && PressIsDue(now); i++)
            voters[pressed].Press(pressAt + pressStep * pressed++);
        while (later.TryPeek(out var waiting, out var due) && due <= now)
        {
            later.Dequeue();
            waiting.Resume();
        }
        if (Stopwatch.GetElapsedTime(tickAt, now).TotalSeconds >= 1)
            Tick(now);
        foreach (var ready in Epoll.Wait(Patience(now)))
            voters[ready.Voter].OnReady(ready.What);
    }

    public bool Concerns(Count count) => poll is null || count.Poll == poll;

    public ReadOnlySpan<byte> VoteOf(int voter)
    {
        var (high, low) = oracle.KeyOf(spec.First + voter);
        return HubMessages.Vote(Buffers.Message, poll!, oracle.ChoiceOf(spec.First + voter), high, low);
    }

    public void QueueForConnect(Voter voter) => toConnect.Enqueue(voter);

    public void OnSeated(Voter voter)
    {
        underWay--;
        Seated++;
        connectEnded = Stopwatch.GetTimestamp();
        if (seatedOnce++ >= spec.Count)
            Reconnects++;
        for (var i = 1; voter.Number % spec.Share == 0 && i < spec.Share; i++)
            if (voters[voter.Number + i] is { Seat: null } neighbour)
            {
                neighbour.Seat = voter.Seat;
                toConnect.Enqueue(neighbour);
            }
    }

    public void OnLost(Voter voter, string trouble)
    {
        Note(trouble);
        if (voter.Step == Step.Seated)
            Seated--;
        else
            underWay--;
        ResumeIn(voter, 0.1 + 0.9 * jitter.NextDouble());
    }

    public void OnPutOff(Voter voter, VoteAnswer answer)
    {
        if (answer.Status == "busy")
            Busy++;
        else
            Errors++;
        Note(answer.Code is null ? answer.Status : $"{answer.Status}: {answer.Code}");
        ResumeIn(voter, Math.Max(answer.RetryAfter, 0.2) * (1 + jitter.NextDouble()));
    }

    public void OnAnswered(Voter voter)
    {
        Answered++;
        Sightings.Hear(voter.Answer.Version);
    }

    public void Note(string trouble) => Troubles[trouble] = Troubles.GetValueOrDefault(trouble) + 1;

    public CrowdReport Report() => new()
    {
        First = spec.First,
        ConnectStarted = connectStarted,
        ConnectEnded = connectEnded,
        Pressed = Times(v => v.PressedAt),
        Acknowledged = Times(v => v.AcknowledgedAt),
        Versions = [.. voters.Select(v => v.Answer.Version)],
        Statuses = [.. voters.Select(v => v.Wish == Wish.Answered ? v.Answer.Status : "unanswered")],
        ScreenAt = Times(v => v.ScreenAt),
        ScreenVersion = [.. voters.Select(v => v.ScreenVersion)],
        Reached = [.. Sightings.Reached.Select(r => new Reach(r.Key.Above, r.Key.UpTo, Micros(r.Value)))],
        FinalVotes = Sightings.FinalVotes,
        PressMoment = pressAt,
        LongestWait = (int)Stopwatch.GetElapsedTime(0, LongestWait).TotalMicroseconds,
        Busy = Busy,
        Errors = Errors,
        Reconnects = Reconnects,
        Silences = Silences,
        WentBack = Sightings.WentBack,
        Contradictions = Sightings.Contradictions,
        Troubles = Troubles,
        ReceivedBytes = Buffers.Received,
        SentBytes = Buffers.Sent,
        CpuSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
    };

    public void Dispose()
    {
        foreach (var voter in voters)
            voter?.Leave();
        Epoll.Dispose();
    }

    /// <summary>Milliseconds to sleep: none while presses are due, one while some are to come, else little enough to hear orders.</summary>
    private int Patience(long now) => PressIsDue(now) ? 0 : poll is not null && pressed < spec.Count ? 1 : 5;

    private bool PressIsDue(long now) => poll is not null && pressed < spec.Count && pressAt + pressStep * pressed <= now;

    private void ResumeIn(Voter voter, double seconds) =>
        later.Enqueue(voter, Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency));

    /// <summary>Once a second: patience, and a share of the pings, so that nobody is silent for two minutes.</summary>
    private void Tick(long now)
    {
        tickAt = now;
        foreach (var voter in voters)
            voter?.LookAtClock(now);
        for (var i = 0; i <= spec.Count / 60; i++)
            if (voters[pinged++ % spec.Count] is { Step: Step.Seated } voter)
                voter.Ping();
    }

    private int[] Times(Func<Voter, long> of) => [.. voters.Select(v => of(v) is 0 ? -1 : Micros(of(v)))];

    private int Micros(long at) => (int)Math.Max(0, (at - pressAt) / (Stopwatch.Frequency / 1_000_000));
}
