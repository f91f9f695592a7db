namespace Gera.Hub.Features.Ideas.Attachments;

public enum AttachmentKind
{
    Picture = 0,

    /// <summary>A PDF.</summary>
    Document = 1,
}

/// <summary>A picture or document that belongs to an idea or to its draft.</summary>
/// <param name="Words">What a picture shows, for those who do not see it; the title of a document.</param>
/// <param name="Width">In pixels, of the largest size; 0 for a document.</param>
/// <param name="Bytes">Size of a document; 0 for a picture.</param>
public sealed record Attachment(Guid Id, Guid Idea, Guid? Person, AttachmentKind Kind, string Words, int Width, int Height, int Bytes, DateTimeOffset At)
{
    public const int Most = 6, WordsMost = 200, BytesMost = 10 * 1024 * 1024;

    /// <summary>What all keys of its files begin with.</summary>
    public static string Prefix(Guid id) => $"ideen/{id:N}/";

    public static string KeyOf(Guid id, int size) => $"{Prefix(id)}{size}.webp";

    public static string KeyOf(Guid id) => $"{Prefix(id)}datei.pdf";

    /// <summary>Its address on the hub.</summary>
    public string Address(int size) => $"/ideen/bilder/{Id}/{size}";
}
