using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Storage;

/// <summary>Where people reach the hub. Never taken from a request's Host header, which a stranger may write.</summary>
public sealed class PublicAddress(IOptions<HubOptions> options, IServer server)
{
    /// <summary>E.g. <c>https://hub.example.org</c>, without a slash at the end.</summary>
    public string Root => options.Value.PublicAddress ?? Listening() ?? "http://localhost";

    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(string path) => Root + path;

    /// <summary>The same for whoever sits at the machine itself: with a name, since browsers give and show passkeys to none that is a number.</summary>
    public string Here(string path) => Of(path).Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal);

    private string? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
}
