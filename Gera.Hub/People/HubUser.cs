using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People;

/// <summary>An account. The only place where a name and an address live; events elsewhere hold its id.</summary>
public sealed class HubUser : IdentityUser<Guid>
{
    /// <summary>The name as the person wants to be seen: a name or a pseudonym, at most 80 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Switched off by an administrator: nothing done with this account counts any more.</summary>
    public bool Disabled { get; set; }
}

/// <summary>One log-in on one device. It ends with log-out, and with it every circuit and connection opened by it.</summary>
public sealed class SignIn
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset At { get; set; }
}
