namespace Gera.Hub.People.Data;

/// <summary>The key under which a person's own words are kept in events. When it goes, they are unreadable everywhere, in backups and archives too.</summary>
public sealed class PersonKey
{
    public Guid UserId { get; set; }

    /// <summary>256 random bits, protected by the key ring.</summary>
    public byte[] Key { get; set; } = [];
}

/// <summary>A seat's deeds were taken over into an account, once.</summary>
public sealed class SeatClaim
{
    public Guid Seat { get; set; }

    public Guid Session { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset At { get; set; }
}
