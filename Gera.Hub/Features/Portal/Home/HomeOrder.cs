namespace Gera.Hub.Features.Portal.Home;

/// <summary>How editors arranged the home page. There is one.</summary>
/// <param name="Keys">Of sections, in their order; one that is not named here stands where its room puts it.</param>
/// <param name="Hidden">Keys of those nobody sees.</param>
public sealed record HomeOrder(string Id, int Edition, IReadOnlyList<string> Keys, IReadOnlyList<string> Hidden)
{
    public const string Only = "home";

    public static readonly HomeOrder Untouched = new(Only, 0, [], []);
}
