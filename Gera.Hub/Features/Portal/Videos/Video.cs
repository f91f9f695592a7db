using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Videos;

/// <param name="Transcript">Everything that is said and everything that matters to be seen, Markdown.</param>
/// <param name="Elsewhere">Address of a film that is not ours (https); it is only ever linked.</param>
public sealed record VideoWords(string? Title, string? Lead, string? Transcript, string? Elsewhere)
{
    public const int TitleMost = 120, LeadMost = 400, TranscriptMost = 60_000, ElsewhereMost = 500;

    public Refusal? Refuse() =>
        Text.Check(Title, TitleMost, ("Titel", "title")) ?? Text.Check(Lead, LeadMost, ("Worum es geht", "what it is about"))
        ?? Text.Check(Transcript, TranscriptMost, ("Wortlaut", "transcript"), required: false) ?? Text.Check(Elsewhere, ElsewhereMost, ("Adresse", "address"), required: false)
        ?? (Elsewhere is { Length: > 0 } && Site is null ? VideoRefusals.AddressBad : null);

    public VideoWords Clean() => new(Text.Clean(Title!).ReplaceLineEndings(" "), Text.Clean(Lead!).ReplaceLineEndings(" "), Text.Clean(Transcript ?? ""), Elsewhere?.Trim() ?? "");

    /// <summary>Whose site it is: what people agree to before they follow the link.</summary>
    public string? Site => Uri.TryCreate(Elsewhere?.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" } && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal) ? uri.Host : null;
}

/// <summary>A film of ours with captions and its wording, or one elsewhere that is only linked.</summary>
/// <param name="Slug">End of the address; stays when the title changes.</param>
/// <param name="Edition">Counts changes, so that of two editors one is told.</param>
/// <param name="FilmType">Media type of our file; null while there is none.</param>
/// <param name="Captions">WebVTT; null while there are none.</param>
public sealed record Video(Guid Id, string Slug, int Edition, VideoWords Words, string? FilmType, long FilmBytes, string? Captions, bool IsPublic, DateTimeOffset At)
{
    public const int FilmBytesMost = 120 * 1024 * 1024, CaptionsMost = 500_000;

    public string Path => "/videos/" + Slug;

    public string Film => $"/videos/film/{Id}?v={Edition}";

    public string Track => $"/videos/untertitel/{Id}?v={Edition}";

    public static string KeyOf(Guid id, int edition) => $"{Prefix(id)}{edition}.film";

    public static string Prefix(Guid id) => $"videos/{id:N}/";

    /// <summary>Edition in which the file came.</summary>
    public int FilmEdition { get; init; }

    /// <summary>What is missing before everybody may see it; nothing when it is whole.</summary>
    public Refusal? Lacks => (FilmType, Captions, Words) switch
    {
        (null, _, { Elsewhere: null or "" }) => VideoRefusals.NoFilm,
        (_, _, { Transcript: null or "" }) => VideoRefusals.NoTranscript,
        (not null, null, _) => VideoRefusals.NoCaptions,
        _ => null,
    };
}
