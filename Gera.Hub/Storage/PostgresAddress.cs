using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>Where a server of our own listens: nowhere but on this machine, so without encryption.</summary>
internal static class PostgresAddress
{
    public static string Of(int port, string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = user,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Free now; another program may be quicker to bind it.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
