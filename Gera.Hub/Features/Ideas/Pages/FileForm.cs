using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>The part of an idea's form that adds and takes off pictures and documents.</summary>
internal static class FileForm
{
    public const string Add = "anhaengen";

    private const string Remove = "entfernen:";

    /// <summary>Whether the button pressed, or a file chosen, has to do with files.</summary>
    public static bool Concerns(Typed typed) => typed.Deed == Add || typed.File is { Length: > 0 } || typed.Deed?.StartsWith(Remove, StringComparison.Ordinal) == true;

    /// <summary>Does what the form says about files; null when it was done.</summary>
    public static async Task<Refusal?> Take(Typed typed, Guid idea, Door door, HttpContext http)
    {
        if (typed.Deed?.StartsWith(Remove, StringComparison.Ordinal) == true)
            return Guid.TryParse(typed.Deed[Remove.Length..], out var file) ? (await door.Send<DetachFile, Done>(new DetachFile(idea, file), http.ToCaller(), http.RequestAborted)).Refusal : Refusals.Malformed;
        if (typed.File is not { Length: > 0 } chosen) return AttachmentRefusals.FileMissing;
        if (chosen.Length > Attachment.BytesMost) return AttachmentRefusals.FileTooLarge;
        using var content = new MemoryStream((int)chosen.Length);
        await chosen.CopyToAsync(content, http.RequestAborted);
        var answer = await door.Send<AttachFile, Guid>(new AttachFile(idea, typed.FileWords, typed.FileRights, content.ToArray()), http.ToCaller(), http.RequestAborted);
        if (answer.Granted) (typed.FileWords, typed.FileRights) = (null, false);
        return answer.Refusal;
    }
}
