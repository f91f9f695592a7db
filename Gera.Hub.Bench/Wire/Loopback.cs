using System.Net;

namespace Gera.Hub.Bench.Wire;

/// <summary>The bench presses hard, so it talks to this machine only. Every address it uses comes from here.</summary>
internal static class Loopback
{
    /// <summary>Linux gives 28,232 local ports to an address; staying well below keeps the search for a free one cheap.</summary>
    private const int VotersPerAddress = 10_000;

    public static IPEndPoint Hub(int port) => new(IPAddress.Loopback, port);

    public static string HubUrl(int port) => $"http://127.0.0.1:{port}";

    public static IPEndPoint LocalEnd(int voter) =>
        new(new IPAddress([127, 0, 0, checked((byte)(2 + voter / VotersPerAddress))]), 0);

    public static string Require(string host) =>
        IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)
            ? host
            : throw new InvalidOperationException($"The bench talks to 127.0.0.0/8 only, not to {host}.");
}
