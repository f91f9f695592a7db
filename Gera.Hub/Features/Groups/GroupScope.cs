using Gera.Hub.People;

namespace Gera.Hub.Features.Groups;

/// <summary>What the door needs to know of a group.</summary>
internal static class GroupScope
{
    public static Scope? Of(string? group) => WorkingGroup.All.Contains(group) ? new Scope(Group: group) { About = group! } : null;

    /// <summary>What somebody who follows the group follows.</summary>
    public static string Topic(string group) => $"group:{group}";
}
