using System.Text.RegularExpressions;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

/// <summary>A house, club or office that invites often. Its people publish at once.</summary>
/// <param name="Key">Its place in addresses.</param>
/// <param name="Members">Accounts that enter events for it.</param>
public sealed partial record Organiser(Guid Id, string Key, string Name, string About, string Link, IReadOnlyList<Guid> Members)
{
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    internal static partial Regex KeyShape();
}
