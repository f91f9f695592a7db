using System.Buffers.Binary;
using SkiaSharp;

namespace Gera.Hub.Tests.Testing;

/// <summary>Pictures as cameras and people who mean no good make them.</summary>
internal static class SomePicture
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Of(int width = 800, int height = 400, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.Clear(SKColors.Red);
            canvas.DrawRect(width / 2f, 0, width, height, blue);
        }
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(format, 90).ToArray();
    }

    /// <summary>A JPEG whose camera wrote how it was held, and where: latitude and words follow in the same block.</summary>
    public static byte[] WithExif(byte orientation, string secret)
    {
        var jpeg = Of();
        var words = System.Text.Encoding.ASCII.GetBytes(secret + "\0");
        // TIFF, little endian: one directory with Orientation (0x0112, SHORT) and ImageDescription (0x010E, ASCII).
        var tiff = new List<byte>();
        tiff.AddRange("II*\0"u8);
        tiff.AddRange([8, 0, 0, 0, 2, 0]);
        tiff.AddRange([0x0E, 0x01, 2, 0, .. BitConverter.GetBytes(words.Length), 38, 0, 0, 0]);
        tiff.AddRange([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        tiff.AddRange([0, 0, 0, 0]);
        tiff.AddRange(words);
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(block.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. block, .. jpeg.AsSpan(2)];
    }

    /// <summary>A PNG of a few bytes that says it is 50,000 by 50,000.</summary>
    public static byte[] Bomb()
    {
        var png = Of(4, 4, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 50_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>The PNG specification, annex D.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }

    public static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    public static readonly byte[] Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray();
}
