using System.Diagnostics;
using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Crowds;

internal enum Step : byte { Away, Paging, Connecting, Upgrading, Shaking, Joining, Seated }

internal enum Wish : byte { None, Pressed, Sent, Answered }

/// <summary>One person with one phone: connects, joins, votes, retries until answered, watches the count.</summary>
internal sealed class Voter(Crowd crowd, int number) : IListener
{
    private VoterSocket? socket;
    private int attempts;

    public int Number => number;
    public Step Step { get; private set; }
    public Wish Wish { get; private set; }
    public string? Seat { get; set; }
    /// <summary>From the voter's page, if pages are loaded; empty where the page set none.</summary>
    private string? Cookie { get; set; }
    public long Since { get; private set; }
    public long PressedAt { get; private set; }
    public long AcknowledgedAt { get; private set; }
    public VoteAnswer Answer { get; private set; }
    public int ScreenVersion { get; private set; } = -1;
    public long ScreenAt { get; private set; }
    private int Port => crowd.PortOf(number);

    public void Connect()
    {
        Enter(Step.Connecting);
        socket = VoterSocket.Open(crowd.Spec.First + number, Port, crowd.Buffers);
        if (socket is null)
            Lose("connect");
        else
            crowd.Epoll.Watch(socket.Raw, number, Epoll.Writable);
    }

    /// <param name="at">When the finger was on the button, which may be earlier than this line runs.</param>
    public void Press(long at)
    {
        (PressedAt, Wish) = (at, Wish.Pressed);
        SendVote();
    }

    /// <summary>After a pause asked for by the hub or by a lost line.</summary>
    public void Resume()
    {
        if (Step == Step.Away)
            crowd.QueueForConnect(this);
        else if (Step == Step.Seated && Wish == Wish.Pressed)
            SendVote();
    }

    public void OnReady(uint what)
    {
        if (socket is null)
            return;
        if (Step == Step.Connecting && (what & Epoll.Writable) != 0)
        {
            crowd.Epoll.Change(socket.Raw, number, Epoll.Readable);
            Enter(crowd.Spec.Page && Cookie is null ? Step.Paging : Step.Upgrading);
            if (!(Step == Step.Paging ? socket.SendPageRequest(Port, crowd.Spec.Code) : socket.SendUpgrade(Port, Cookie)))
                Lose("upgrade");
        }
        else if (Step == Step.Paging)
            ReadPage();
        else if (!socket.Receive(this))
            Lose(Step == Step.Seated ? "dropped" : Step.ToString().ToLowerInvariant());
    }

    public void OnUpgraded()
    {
        Enter(Step.Shaking);
        socket!.SendText(HubMessages.Handshake);
    }

    public void OnRefused(int httpStatus) => crowd.Note($"http {httpStatus}");

    public void OnMessage(ReadOnlySpan<byte> message)
    {
        if (HubMessages.IsInvocation(message))
            See(crowd.Memo.Read(message));
        else if (HubMessages.IsCompletion(message) && Step == Step.Joining)
            SitDown(message);
        else if (HubMessages.IsCompletion(message) && Wish == Wish.Sent)
            Hear(HubMessages.ReadVoted(message));
        else if (HubMessages.IsHandshakeAnswer(message) && Step == Step.Shaking)
        {
            Enter(Step.Joining);
            socket!.SendText(HubMessages.Join(crowd.Buffers.Message, crowd.Spec.Code, Seat));
        }
        else if (HubMessages.IsClose(message))
            crowd.Note("closed by the hub");
    }

    /// <summary>Waiting too long for an answer counts as a silence of the hub; the line is given up and the wish repeated.</summary>
    public void LookAtClock(long now)
    {
        var seconds = Stopwatch.GetElapsedTime(Since, now).TotalSeconds;
        if (Step is > Step.Away and < Step.Seated && seconds > Crowd.JoinPatience)
            Lose("join unanswered");
        else if (Step == Step.Seated && Wish == Wish.Sent && seconds > Crowd.VotePatience)
        {
            crowd.Silences++;
            Lose("vote unanswered");
        }
    }

    public void Ping() => socket?.SendText(HubMessages.Ping);

    public void Leave()
    {
        socket?.Dispose();
        socket = null;
    }

    private void ReadPage()
    {
        var (ended, status, cookies) = socket!.ReceivePage();
        if (!ended)
            return;
        if (status != 200)
        {
            OnRefused(status);
            Lose("page");
            return;
        }
        Cookie = cookies;
        Leave();
        Connect();
    }

    private void SitDown(ReadOnlySpan<byte> message)
    {
        if (HubMessages.ReadJoined(message) is not { } joined)
        {
            crowd.Note("join error");
            Lose("join error");
            return;
        }
        Seat = joined.Seat;
        Enter(Step.Seated);
        crowd.OnSeated(this);
        See(joined.Count);
        if (Wish == Wish.Pressed)
            SendVote();
    }

    private void See(Count? count)
    {
        if (count is null || !crowd.Concerns(count))
            return;
        if (count.Version < ScreenVersion)
            crowd.Sightings.WentBack++;
        if (count.Version <= ScreenVersion)
            return;
        var now = Stopwatch.GetTimestamp();
        crowd.Sightings.See(count, ScreenVersion, now);
        (ScreenVersion, ScreenAt) = (count.Version, now);
    }

    private void SendVote()
    {
        if (Step != Step.Seated)
            return;
        (Wish, Since) = (Wish.Sent, Stopwatch.GetTimestamp());
        if (!socket!.SendText(crowd.VoteOf(number)))
            Lose("send");
    }

    private void Hear(VoteAnswer answer)
    {
        crowd.LongestWait = Math.Max(crowd.LongestWait, Stopwatch.GetTimestamp() - Since);
        if (answer.Status == "busy" || (answer.Status == "error" && attempts++ < Crowd.MostErrors))
        {
            Wish = Wish.Pressed;
            crowd.OnPutOff(this, answer);
            return;
        }
        (AcknowledgedAt, Answer, Wish) = (Stopwatch.GetTimestamp(), answer, Wish.Answered);
        crowd.OnAnswered(this);
    }

    private void Lose(string trouble)
    {
        Leave();
        crowd.OnLost(this, trouble);
        Enter(Step.Away);
        if (Wish == Wish.Sent)
            Wish = Wish.Pressed;
    }

    private void Enter(Step step)
    {
        (Step, Since) = (step, Stopwatch.GetTimestamp());
    }
}
