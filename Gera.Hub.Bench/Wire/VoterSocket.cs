using System.Globalization;
using System.Net.Sockets;
using System.Text.Unicode;

namespace Gera.Hub.Bench.Wire;

/// <summary>The buffers one crowd's thread shares among all its sockets, and what passed through them.</summary>
internal sealed class SharedBuffers
{
    public readonly byte[] In = new byte[256 * 1024];
    public readonly byte[] Out = new byte[8 * 1024];
    public readonly byte[] Message = new byte[8 * 1024];
    public long Received, Sent;
}

/// <summary>Takes what a socket received. An empty message never comes.</summary>
internal interface IListener
{
    void OnUpgraded();
    void OnRefused(int httpStatus);
    void OnMessage(ReadOnlySpan<byte> message);
}

/// <summary>
/// One WebSocket: a non-blocking socket, an HTTP upgrade by hand, frames by hand. It owns no buffer unless
/// a message arrived by halves, so that a waiting voter costs a few hundred bytes.
/// </summary>
internal sealed class VoterSocket : IDisposable
{
    private const int BindAddressNoPort = 24; // IP_BIND_ADDRESS_NO_PORT: the port is chosen at connect, per destination
    private readonly Socket socket;
    private readonly SharedBuffers buffers;
    private byte[]? halfFrame, halfMessage;
    private bool upgraded;

    private VoterSocket(Socket socket, SharedBuffers buffers) => (this.socket, this.buffers) = (socket, buffers);

    public Socket Raw => socket;

    /// <summary>A socket that is connecting, or null when there is no way to the hub at the moment.</summary>
    public static VoterSocket? Open(int voter, int port, SharedBuffers buffers)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false, NoDelay = true };
        socket.LingerState = new LingerOption(true, 0); // leaves without TIME_WAIT, so that runs can follow each other
        socket.SetRawSocketOption(0, BindAddressNoPort, BitConverter.GetBytes(1));
        socket.Bind(Loopback.LocalEnd(voter));
        if (Epoll.BeginConnect(socket, Loopback.Hub(port)))
            return new VoterSocket(socket, buffers);
        socket.Dispose();
        return null;
    }

    /// <summary>No Origin, as a client that is no browser; no compression is offered.</summary>
    public bool SendUpgrade(int port, string? cookie)
    {
        Utf8.TryWrite(buffers.Out, CultureInfo.InvariantCulture, $"GET /hubs/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: R2VyYS5IdWIuQmVuY2gxMg==\r\n{(string.IsNullOrEmpty(cookie) ? "" : "Cookie: " + cookie + "\r\n")}\r\n", out var written);
        return SendRaw(buffers.Out.AsSpan(0, written));
    }

    /// <summary>The voter's page, as a phone without a cookie asks for it.</summary>
    public bool SendPageRequest(int port, string code)
    {
        Utf8.TryWrite(buffers.Out, CultureInfo.InvariantCulture, $"GET /live/{code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n", out var written);
        return SendRaw(buffers.Out.AsSpan(0, written));
    }

    /// <summary>Reads on; at the end of the page its status and its cookies as a browser sends them back.</summary>
    public (bool Ended, int Status, string Cookies) ReceivePage()
    {
        var count = socket.Receive(buffers.In, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
            return (false, 0, "");
        if (error != SocketError.Success || count == 0)
            return Pages.Read(halfMessage) is var (status, cookies) ? (true, status, cookies) : (true, 0, "");
        buffers.Received += count;
        if (!Pages.HasHead(halfMessage)) // of the page itself nothing is kept
            halfMessage = [.. halfMessage ?? [], .. buffers.In.AsSpan(0, count)];
        return (false, 0, "");
    }

    public bool SendText(ReadOnlySpan<byte> message) =>
        SendRaw(buffers.Out.AsSpan(0, Frames.Write(buffers.Out, Frames.Text, message)));

    /// <summary>Reads once what is there. False: the connection is gone.</summary>
    public bool Receive(IListener listener)
    {
        var kept = halfFrame?.Length ?? 0;
        halfFrame?.CopyTo(buffers.In, 0);
        halfFrame = null;
        var count = socket.Receive(buffers.In.AsSpan(kept), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            Keep(ref halfFrame, buffers.In.AsSpan(0, kept));
            return true;
        }
        if (error != SocketError.Success || count == 0)
            return false;
        buffers.Received += count;
        var there = buffers.In.AsSpan(0, kept + count);
        if (!upgraded && !TakeUpgrade(ref there, listener))
            return !upgraded && halfFrame is not null;
        return TakeFrames(there, listener);
    }

    public void Dispose() => socket.Dispose();

    private bool TakeUpgrade(ref Span<byte> there, IListener listener)
    {
        var end = there.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            Keep(ref halfFrame, there);
            return false;
        }
        if (!there.StartsWith("HTTP/1.1 101"u8))
        {
            listener.OnRefused(int.TryParse(there.Slice(9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0);
            return false;
        }
        upgraded = true;
        listener.OnUpgraded();
        there = there[(end + 4)..];
        return true;
    }

    private bool TakeFrames(Span<byte> there, IListener listener)
    {
        while (Frames.TryRead(ref there, out var operation, out var payload))
        {
            if (operation == Frames.Close)
                return false;
            if (operation == Frames.Ping)
                SendRaw(buffers.Out.AsSpan(0, Frames.Write(buffers.Out, Frames.Pong, payload)));
            else if (operation is Frames.Text or Frames.Continued)
                TakeText(payload, listener);
        }
        Keep(ref halfFrame, there);
        return true;
    }

    /// <summary>SignalR's records end with 0x1E, whatever the frames' borders are.</summary>
    private void TakeText(ReadOnlySpan<byte> text, IListener listener)
    {
        for (int end; (end = text.IndexOf(Frames.RecordEnd)) >= 0; text = text[(end + 1)..])
        {
            if (halfMessage is null)
            {
                listener.OnMessage(text[..end]);
                continue;
            }
            byte[] whole = [.. halfMessage, .. text[..end]];
            halfMessage = null;
            listener.OnMessage(whole);
        }
        if (!text.IsEmpty)
            halfMessage = [.. halfMessage ?? [], .. text];
    }

    /// <summary>A voter's few hundred bytes always fit the kernel's empty buffer; where they do not, the hub does not read.</summary>
    private bool SendRaw(ReadOnlySpan<byte> bytes)
    {
        var count = socket.Send(bytes, SocketFlags.None, out var error);
        buffers.Sent += Math.Max(count, 0);
        return error == SocketError.Success && count == bytes.Length;
    }

    private static void Keep(ref byte[]? rest, ReadOnlySpan<byte> there) => rest = there.IsEmpty ? null : there.ToArray();
}
