namespace Gera.Hub.People.Grants;

/// <summary>A secret that works once until a moment: the link in a mail, an invitation, a resident's code. Stored only as its hash.</summary>
public sealed class OneTimeCode
{
    /// <summary>SHA-256 of purpose and code.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>What it is good for, e.g. <c>confirm</c>; a code is worth nothing for another purpose.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The account it was made for; null when anyone may use it.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Codes made together, e.g. one batch of letters.</summary>
    public Guid? Batch { get; set; }

    /// <summary>What using it does, as JSON.</summary>
    public string? Data { get; set; }

    public Guid? MadeBy { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset Until { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public Guid? UsedBy { get; set; }
}
