namespace Gera.Hub.Features.Groups;

/// <summary>Somebody is a member of a working group. The key is the two of them, so nobody is a member twice.</summary>
public sealed record GroupMember(string Id, string Group, Guid Person, DateTimeOffset At)
{
    public static string Key(string group, Guid person) => $"{group}:{person}";
}
