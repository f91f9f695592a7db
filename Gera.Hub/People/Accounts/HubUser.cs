using Microsoft.AspNetCore.Identity;

namespace Gera.Hub.People.Accounts;

/// <summary>An account. The only place where a name and an address live; events elsewhere hold its id.</summary>
public sealed class HubUser : IdentityUser<Guid>
{
    /// <summary>The name as the person wants to be seen: a name or a pseudonym, at most 80 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Language of mails and notices: <c>de</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "de";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When somebody confirmed that the person lives in Gera; null without that.</summary>
    public DateTimeOffset? ResidentSince { get; set; }

    /// <summary>Switched off by an administrator: nothing done with this account counts any more.</summary>
    public bool Disabled { get; set; }

    /// <summary>One of the demo people; in demo mode a password is enough for them, whatever their role.</summary>
    public bool Demo { get; set; }
}

/// <summary>One log-in on one device. It ends with log-out, and with it every circuit and connection opened by it.</summary>
public sealed class SignIn
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>When something was last done with it, to the hour.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Browser and system in words, e.g. "Firefox, Android"; at most 80 characters, never an address.</summary>
    public string Device { get; set; } = "";

    /// <summary>With a passkey, or with a second factor beside the password: staff roles count only then.</summary>
    public bool Strong { get; set; }
}

/// <summary>What a person agreed to, and until when.</summary>
public sealed class Consent
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>e.g. <c>rules</c>, <c>newsletter</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Version of the text that was agreed to, a date such as <c>2026-11</c>.</summary>
    public string Version { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
