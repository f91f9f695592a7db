namespace Gera.Hub.Features.Groups.Members;

/// <summary>How a group takes members in; without one it is open to everybody.</summary>
/// <param name="Id">The group's key.</param>
/// <param name="IsClosed">Its leaders decide about each who asks.</param>
public sealed record GroupRules(string Id, bool IsClosed);

/// <summary>Somebody asks to become a member. The key is the two of them, so nobody asks twice.</summary>
public sealed record GroupRequest(string Id, string Group, Guid Person, DateTimeOffset At);
