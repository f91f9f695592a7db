namespace Gera.Hub.Features.Portal;

/// <summary>Reads a file that a form sent.</summary>
internal static class Uploads
{
    /// <returns>The content; nothing where there is none, and one byte more than allowed where there is too much, so that the verb says no.</returns>
    public static async Task<byte[]> Read(IFormFile? file, int most, CancellationToken stop)
    {
        if (file is null) return [];
        if (file.Length > most) return new byte[most + 1];
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, stop);
        return content.ToArray();
    }
}
