namespace Gera.Hub.People.Notices;

/// <summary>Something a person may want to know. Several of one kind about one thing are one notice with a number.</summary>
public sealed class PersonalNotice
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>e.g. <c>answer</c>; the person decides for each kind how often mails tell of it.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is about, e.g. <c>idea:…</c>; notices of one kind about one thing are merged while unread.</summary>
    public string About { get; set; } = "";

    /// <summary>How many times it happened since it was read.</summary>
    public int Times { get; set; }

    /// <summary>What the sentence is filled with, as JSON.</summary>
    public string Data { get; set; } = "{}";

    /// <summary>Where to look: a path of ours.</summary>
    public string Link { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>How often mails tell a person of one kind of notice.</summary>
public sealed class NoticeRule
{
    public Guid UserId { get; set; }

    public string Kind { get; set; } = "";

    public Rhythm Rhythm { get; set; }
}

public enum Rhythm
{
    AtOnce,
    Daily,
    Weekly,
    Never,
}

/// <summary>A person follows something: a group, an idea, a theme.</summary>
public sealed class Follow
{
    public Guid UserId { get; set; }

    /// <summary>Kind and key, e.g. <c>group:energie</c>.</summary>
    public string Target { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
