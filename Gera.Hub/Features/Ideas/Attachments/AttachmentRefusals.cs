using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Every "no" about pictures and documents.</summary>
public static class AttachmentRefusals
{
    public static readonly Refusal FileUnknown = new("file_unknown", "Diese Datei können wir nicht lesen. Möglich sind Bilder als JPEG, PNG oder WebP und Dokumente als PDF.", "We cannot read this file. Pictures may be JPEG, PNG or WebP, documents PDF.", 400);
    public static readonly Refusal FileTooLarge = new("file_too_large", "Diese Datei ist zu groß. Möglich sind bis zu 10 MB.", "This file is too large. Up to 10 MB are possible.", 400);
    public static readonly Refusal TooManyPixels = new("too_many_pixels", "Dieses Bild hat zu viele Bildpunkte. Möglich sind bis zu 40 Megapixel.", "This picture has too many pixels. Up to 40 megapixels are possible.", 400);
    public static readonly Refusal TooManyFiles = new("too_many_files", "Zu einer Idee gehören höchstens 6 Bilder und Dokumente. Bitte entfernen Sie zuerst eines.", "An idea may have at most 6 pictures and documents. Please remove one first.");
    public static readonly Refusal RightsMissing = new("rights_missing", "Bitte bestätigen Sie, dass Sie die Datei zeigen dürfen.", "Please confirm that you may show this file.", 400);
    public static readonly Refusal FileMissing = new("file_missing", "Bitte wählen Sie zuerst eine Datei aus.", "Please choose a file first.", 400);
}
