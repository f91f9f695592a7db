using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Gera.Hub.Bench.Wire;

/// <summary>
/// One epoll for thousands of sockets. .NET's own asynchronous sockets hop to the thread pool for each
/// message and keep an operation object per connection; on two cores shared with the hub that would be
/// measured as the hub's slowness.
/// </summary>
internal sealed partial class Epoll : IDisposable
{
    public const uint Readable = 1, Writable = 4;
    private const int Add = 1, Modify = 3, InProgress = 115;

    private readonly int epoll = epoll_create1(0);
    private readonly Event[] events = new Event[256];

    public void Watch(Socket socket, int voter, uint what) => Control(Add, socket, voter, what);

    public void Change(Socket socket, int voter, uint what) => Control(Modify, socket, voter, what);

    /// <summary>Waits up to <paramref name="milliseconds"/>; 0 only looks.</summary>
    public ReadOnlySpan<Event> Wait(int milliseconds)
    {
        var count = epoll_wait(epoll, events, events.Length, milliseconds);
        return events.AsSpan(0, Math.Max(count, 0)); // -1 is a signal (EINTR): look again
    }

    /// <summary>Begins to connect without waiting: Socket.Connect would block or throw, one exception per voter.</summary>
    public static bool BeginConnect(Socket socket, IPEndPoint to)
    {
        var address = to.Serialize();
        var result = connect(socket.SafeHandle, address.Buffer.Span, address.Size);
        return result == 0 || Marshal.GetLastPInvokeError() == InProgress;
    }

    public void Dispose() => _ = close(epoll);

    private void Control(int operation, Socket socket, int voter, uint what)
    {
        var wish = new Event { What = what, Voter = voter };
        if (epoll_ctl(epoll, operation, socket.SafeHandle, ref wish) != 0)
            throw new IOException($"epoll_ctl failed: {Marshal.GetLastPInvokeError()}");
    }

    /// <summary>struct epoll_event as x86-64 packs it (elsewhere it is padded; Program.cs refuses to run there).</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct Event
    {
        public uint What;
        public int Voter;
        private readonly int unused;
    }

    [LibraryImport("libc")]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epoll, int operation, SafeHandle socket, ref Event wish);

    [LibraryImport("libc")]
    private static partial int epoll_wait(int epoll, [Out] Event[] events, int most, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int connect(SafeHandle socket, ReadOnlySpan<byte> address, int size);

    [LibraryImport("libc")]
    private static partial int close(int file);
}
