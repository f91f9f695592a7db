using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gera.Hub.Storage;

/// <summary>The hub does not start, for a reason that whoever runs it can mend; the message is for people.</summary>
public sealed class StartRefused(string message, Exception? inner = null) : InvalidOperationException(message, inner)
{
    /// <summary>What to print instead of a stack; null for what was not foreseen, which needs one.</summary>
    public static string? Sentence(Exception? e) => e switch
    {
        StartRefused refused => refused.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } or InvalidDataException => $"A setting cannot be used: {e.Message}",
        IOException { InnerException: AddressInUseException } or AddressInUseException => $"{e.Message.TrimEnd('.')}. Stop what listens there, or set ASPNETCORE_URLS to another address.",
        FormatException { Source: "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Server.Kestrel.Core" } => $"ASPNETCORE_URLS: {e.Message}",
        SocketException socket => $"The hub cannot listen where ASPNETCORE_URLS says: {socket.Message}.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } full => $"The database has no connection left: {full.MessageText}. End what else uses it, or let it take more.",
        PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] or ['4', '2', '5', '0', '1'] } or NpgsqlException and not PostgresException => $"The database cannot be used: {e.Message}",
        // Marten and Entity Framework wrap what the database said.
        { InnerException: { } inner } when Database(inner) is { } said => Sentence(said),
        _ => null,
    };

    private static NpgsqlException? Database(Exception? e) => e as NpgsqlException ?? (e is null ? null : Database(e.InnerException));
}
