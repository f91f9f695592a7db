using SkiaSharp;

namespace Gera.Hub.Storage.Files;

/// <summary>Makes pictures people hand in into pictures the hub shows: turned upright, in a few sizes, as WebP, without anything that was written into them.</summary>
public static class PictureMill
{
    public const int MostPixels = 40_000_000;

    /// <summary>Longest side of each size in pixels; smaller pictures are not enlarged.</summary>
    public static readonly IReadOnlyList<int> Sizes = [480, 1080, 1920];

    private const int Quality = 80;

    /// <summary>One picture at a time: one of 40 megapixels takes 160 MB while it is worked on.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    public enum Fault
    {
        /// <summary>Not a JPEG, PNG or WebP, or broken.</summary>
        NotAPicture,

        TooManyPixels,
    }

    /// <param name="Width">Of the largest size, in pixels.</param>
    public sealed record Ground(int Width, int Height, IReadOnlyList<(int Size, byte[] Webp)> Files);

    /// <summary>Whether these bytes begin like a picture, whatever their name says.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> content) =>
        content is [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..];

    /// <returns>The picture, or what is wrong with it.</returns>
    public static async Task<(Ground? Picture, Fault? Fault)> Grind(byte[] content, CancellationToken stop)
    {
        if (!LooksLikeOne(content)) return (null, Fault.NotAPicture);
        await Turn.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Grind(content), stop);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static (Ground?, Fault?) Grind(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) return (null, Fault.NotAPicture);
        // Asked before anything is decoded: a few bytes can claim to be gigabytes.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels) return (null, Fault.TooManyPixels);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var raw = new SKBitmap(info);
        if (codec.GetPixels(info, raw.GetPixels()) != SKCodecResult.Success) return (null, Fault.NotAPicture);
        using var upright = Upright(raw, codec.EncodedOrigin);
        var files = Sizes.Select(size => (size, Webp(upright, size))).ToArray();
        var (width, height) = Fit(upright, Sizes[^1]);
        return (new Ground(width, height, files), null);
    }

    private static (int Width, int Height) Fit(SKBitmap picture, int size)
    {
        var scale = Math.Min(1.0, (double)size / Math.Max(picture.Width, picture.Height));
        return (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    private static byte[] Webp(SKBitmap picture, int size)
    {
        var (width, height) = Fit(picture, size);
        using var small = picture.Resize(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var image = SKImage.FromBitmap(small);
        using var webp = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return webp.ToArray();
    }

    /// <summary>Turned the way the camera says it was held (EXIF orientation).</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var upright = new SKBitmap(new SKImageInfo(width, height, picture.ColorType, picture.AlphaType));
        using var canvas = new SKCanvas(upright);
        // Columns of the matrix say where the picture's axes go, then its corner.
        var (xx, yx, x0, xy, yy, y0) = origin switch
        {
            SKEncodedOrigin.TopRight => (-1, 0, width, 0, 1, 0),
            SKEncodedOrigin.BottomRight => (-1, 0, width, 0, -1, height),
            SKEncodedOrigin.BottomLeft => (1, 0, 0, 0, -1, height),
            SKEncodedOrigin.LeftTop => (0, 1, 0, 1, 0, 0),
            SKEncodedOrigin.RightTop => (0, -1, width, 1, 0, 0),
            SKEncodedOrigin.RightBottom => (0, -1, width, -1, 0, height),
            SKEncodedOrigin.LeftBottom => (0, 1, 0, -1, 0, height),
            _ => (1, 0, 0, 0, 1, 0),
        };
        canvas.SetMatrix(new SKMatrix(xx, yx, x0, xy, yy, y0, 0, 0, 1));
        canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return upright;
    }
}
