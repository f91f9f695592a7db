using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Voices;

/// <summary>What is told of somebody, and in their own words.</summary>
/// <param name="Role">What they are in the network: profession, office, club.</param>
/// <param name="Quote">Their own words, or empty.</param>
/// <param name="Body">Interview or portrait, Markdown.</param>
public sealed record VoiceWords(string? Name, string? Role, string? Quote, string? Body)
{
    public const int NameMost = 80, RoleMost = 200, QuoteMost = 400, BodyMost = 20_000;

    public Refusal? Refuse() =>
        Text.Check(Name, NameMost, ("Name", "name")) ?? Text.Check(Role, RoleMost, ("Funktion", "role"))
        ?? Text.Check(Quote, QuoteMost, ("Zitat", "quote"), required: false) ?? Text.Check(Body, BodyMost, ("Text", "text"));

    public VoiceWords Clean() => new(Text.Clean(Name!).ReplaceLineEndings(" "), Text.Clean(Role!).ReplaceLineEndings(" "), Text.Clean(Quote ?? "").ReplaceLineEndings(" "), Text.Clean(Body!));
}

/// <summary>A voice from the network: somebody who says what moves them about the city.</summary>
/// <param name="Slug">End of the address; stays when the name changes.</param>
/// <param name="Edition">Counts changes, so that of two editors one is told.</param>
/// <param name="Place">Smaller comes first.</param>
/// <param name="Alt">What the portrait shows; null while there is none.</param>
/// <param name="Video">A film in which they speak.</param>
public sealed record Voice(Guid Id, string Slug, int Edition, VoiceWords Words, int Place, bool IsPublic, string? Alt, Guid? Video, DateTimeOffset At)
{
    public const int PortraitBytesMost = 15 * 1024 * 1024, AltMost = 300;

    public string Path => "/stimmen/" + Slug;

    public static string Prefix(Guid id) => $"stimmen/{id:N}/";

    public static string KeyOf(Guid id, int size) => $"{Prefix(id)}{size}.webp";

    /// <summary>With the edition, so that a new portrait has a new address.</summary>
    public string Source(int size) => $"/stimmen/bild/{Id}/{size}?v={Edition}";

    /// <summary>Two letters for those without a portrait.</summary>
    public string Initials => string.Concat(Words.Name!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => char.IsUpper(p[0]) && !p.EndsWith('.')).Select(p => p[0]) is var letters && letters.Count() > 1 ? [letters.First(), letters.Last()] : letters);
}
