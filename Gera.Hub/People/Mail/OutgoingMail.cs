namespace Gera.Hub.People.Mail;

/// <summary>A mail that waits, was sent, or was given up. Written in the transaction of the deed it tells of.</summary>
public sealed class OutgoingMail
{
    public Guid Id { get; set; }

    /// <summary>Who gets it; the address is looked up when it is sent, so it lives in one place. Null for someone without an account.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Address of someone without an account; removed once the mail has gone.</summary>
    public string? Address { get; set; }

    /// <summary>Name of the template, e.g. <c>confirm</c>.</summary>
    public string Kind { get; set; } = "";

    public string Language { get; set; } = "de";

    /// <summary>What the template is filled with, as JSON; removed once the mail has gone.</summary>
    public string Data { get; set; } = "{}";

    /// <summary>The same key twice is one mail; null where each is meant.</summary>
    public string? Key { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Not before; moves on with each failed attempt.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Given up after too many attempts: the dead letters.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>Why the last attempt failed, without addresses.</summary>
    public string? Trouble { get; set; }
}
