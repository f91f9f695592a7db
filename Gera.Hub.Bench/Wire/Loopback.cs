using System.Net;

namespace Gera.Hub.Bench.Wire;

/// <summary>
/// The bench presses hard, so it talks to this machine only: every address it uses is
/// made here, and nothing on its command line is an address.
/// </summary>
internal static class Loopback
{
    /// <summary>Linux gives 28,232 local ports to an address; staying well below keeps the search for a free one cheap.</summary>
    private const int VotersPerAddress = 10_000;

    public const string Host = "127.0.0.1";

    public static IPEndPoint Hub(int port) => new(IPAddress.Loopback, port);

    public static string HubUrl(int port) => $"http://{Host}:{port}";

    public static IPEndPoint LocalEnd(int voter) =>
        new(new IPAddress([127, 0, 0, checked((byte)(2 + voter / VotersPerAddress))]), 0);
}
