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

    private readonly Voter[] _voters = new Voter[spec.Count];
    private readonly Queue<Voter> _toConnect = new();
    private readonly PriorityQueue<Voter, long> _later = new();
    private readonly Oracle _oracle = new(spec.Seed, 0, spec.Options);
    private readonly Random _jitter = new((int)spec.Seed + spec.First);
    private string? _poll;
    private long _pressAt, _pressStep, _connectStarted, _connectEnded, _tickAt;
    private int _pressed, _underWay, _seatedOnce, _pinged;

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

    public bool AllSee(int version) => Sightings.Newest >= version && Array.TrueForAll(_voters, v => v.ScreenVersion >= version);

    public void StartConnecting()
    {
        _connectStarted = Stopwatch.GetTimestamp();
        for (var i = 0; i < spec.Count; i++)
            _voters[i] = new Voter(this, i);
        foreach (var voter in _voters)
            if (voter.Number % spec.Share == 0) // the others come when the holder of their seat has it
                _toConnect.Enqueue(voter);
    }

    /// <param name="at">The moment of the first press, in Stopwatch ticks.</param>
    /// <param name="seconds">0: everybody presses at that moment; else evenly spread, by the schedule and not by the answers.</param>
    public void StartVoting(string poll, long at, double seconds)
    {
        (_poll, _pressAt) = (poll, at);
        _pressStep = (long)(seconds * Stopwatch.Frequency / spec.Count);
    }

    /// <summary>One round: what is due is begun, what has arrived is read.</summary>
    public void Turn()
    {
        var now = Stopwatch.GetTimestamp();
        while (_underWay < MostUnderWay && _toConnect.TryDequeue(out var next))
        {
            _underWay++;
            next.Connect();
        }
        for (var i = 0; i < PressesPerRound && PressIsDue(now); i++)
            _voters[_pressed].Press(_pressAt + _pressStep * _pressed++);
        while (_later.TryPeek(out var waiting, out var due) && due <= now)
        {
            _later.Dequeue();
            waiting.Resume();
        }
        if (Stopwatch.GetElapsedTime(_tickAt, now).TotalSeconds >= 1)
            Tick(now);
        foreach (var ready in Epoll.Wait(Patience(now)))
            _voters[ready.Voter].OnReady(ready.What);
    }

    public bool Concerns(Count count) => _poll is null || count.Poll == _poll;

    public ReadOnlySpan<byte> VoteOf(int voter)
    {
        var (high, low) = _oracle.KeyOf(spec.First + voter);
        return HubMessages.Vote(Buffers.Message, _poll!, _oracle.ChoiceOf(spec.First + voter), high, low);
    }

    public void QueueForConnect(Voter voter) => _toConnect.Enqueue(voter);

    public void OnSeated(Voter voter)
    {
        _underWay--;
        Seated++;
        _connectEnded = Stopwatch.GetTimestamp();
        if (_seatedOnce++ >= spec.Count)
            Reconnects++;
        for (var i = 1; voter.Number % spec.Share == 0 && i < spec.Share; i++)
            if (_voters[voter.Number + i] is { Seat: null } neighbour)
            {
                neighbour.Seat = voter.Seat;
                _toConnect.Enqueue(neighbour);
            }
    }

    public void OnLost(Voter voter, string trouble)
    {
        Note(trouble);
        if (voter.Step == Step.Seated)
            Seated--;
        else
            _underWay--;
        ResumeIn(voter, 0.1 + 0.9 * _jitter.NextDouble());
    }

    public void OnPutOff(Voter voter, VoteAnswer answer)
    {
        if (answer.Status == "busy")
            Busy++;
        else
            Errors++;
        Note(answer.Code is null ? answer.Status : $"{answer.Status}: {answer.Code}");
        ResumeIn(voter, Math.Max(answer.RetryAfter, 0.2) * (1 + _jitter.NextDouble()));
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
        ConnectStarted = _connectStarted,
        ConnectEnded = _connectEnded,
        Pressed = Times(v => v.PressedAt),
        Acknowledged = Times(v => v.AcknowledgedAt),
        Versions = [.. _voters.Select(v => v.Answer.Version)],
        Statuses = [.. _voters.Select(v => v.Wish == Wish.Answered ? v.Answer.Status : "unanswered")],
        ScreenAt = Times(v => v.ScreenAt),
        ScreenVersion = [.. _voters.Select(v => v.ScreenVersion)],
        Reached = [.. Sightings.Reached.Select(r => new Reach(r.Key.Above, r.Key.UpTo, Micros(r.Value)))],
        FinalVotes = Sightings.FinalVotes,
        PressMoment = _pressAt,
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
        foreach (var voter in _voters)
            voter?.Leave();
        Epoll.Dispose();
    }

    /// <summary>Milliseconds to sleep: none while presses are due, one while some are to come, else little enough to hear orders.</summary>
    private int Patience(long now) => PressIsDue(now) ? 0 : _poll is not null && _pressed < spec.Count ? 1 : 5;

    private bool PressIsDue(long now) => _poll is not null && _pressed < spec.Count && _pressAt + _pressStep * _pressed <= now;

    private void ResumeIn(Voter voter, double seconds) =>
        _later.Enqueue(voter, Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency));

    /// <summary>Once a second: patience, and a share of the pings, so that nobody is silent for two minutes.</summary>
    private void Tick(long now)
    {
        _tickAt = now;
        foreach (var voter in _voters)
            voter?.LookAtClock(now);
        for (var i = 0; i <= spec.Count / 60; i++)
            if (_voters[_pinged++ % spec.Count] is { Step: Step.Seated } voter)
                voter.Ping();
    }

    private int[] Times(Func<Voter, long> of) => [.. _voters.Select(v => of(v) is 0 ? -1 : Micros(of(v)))];

    private int Micros(long at) => (int)Math.Max(0, (at - _pressAt) / (Stopwatch.Frequency / 1_000_000));
}
