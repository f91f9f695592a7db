using Microsoft.Extensions.Caching.Memory;
using SkiaSharp;

namespace Gera.Hub.Shell;

/// <summary>Draws the picture that stands beside a shared link: 1200 by 630 pixels, PNG, in the hub's own type and colours. The same words are the same bytes.</summary>
public sealed class SharePicture(IWebHostEnvironment host) : IDisposable
{
    public const int Width = 1200, Height = 630;

    private const string Face = "lib/bricolage-grotesque-latin-700-normal.woff";

    /// <summary>Pictures kept, about 30 KB each.</summary>
    private const int Most = 200;

    private const float Edge = 72;

    private static readonly SKColor Ink = new(0x14, 0x13, 0x0f), Gold = new(0xe8, 0xb0, 0x2e), Paper = new(0xfb, 0xf8, 0xf1), Ash = new(0xcf, 0xc7, 0xb6);

    private readonly Lazy<SKTypeface> face = new(() =>
    {
        using var file = host.WebRootFileProvider.GetFileInfo(Face).CreateReadStream();
        return SKTypeface.FromStream(file) ?? SKTypeface.Default;
    });

    private readonly MemoryCache drawn = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly Lock turn = new();

    /// <param name="kicker">A word or two above, e.g. what kind of thing it is.</param>
    /// <param name="title">Cut after four lines.</param>
    /// <param name="foot">Below, e.g. its number.</param>
    public byte[] Draw(string kicker, string title, string foot)
    {
        var key = (kicker, title, foot);
        if (drawn.TryGetValue(key, out byte[]? known)) return known!;
        lock (turn) return drawn.Set(key, Make(kicker, title, foot), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose()
    {
        drawn.Dispose();
        if (face.IsValueCreated) face.Value.Dispose();
    }

    private byte[] Make(string kicker, string title, string foot)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Ink);
        Sun(canvas);
        using (var band = new SKPaint { Color = Gold }) canvas.DrawRect(0, Height - 14, Width, 14, band);
        Line(canvas, kicker, 34, Edge, 112, Gold);
        var (size, lines) = Wrapped(title, Width - 2 * Edge - 150);
        for (var n = 0; n < lines.Count; n++) Line(canvas, lines[n], size, Edge, 200 + n * size * 1.16f, Paper);
        Line(canvas, "Gera.Hub", 40, Edge, Height - 62, Gold);
        Line(canvas, foot, 30, Edge + 220, Height - 63, Ash);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>The largest size in which the title fits four lines.</summary>
    private (float Size, List<string> Lines) Wrapped(string title, float width)
    {
        List<string> lines = [];
        foreach (var size in new[] { 84f, 72f, 60f, 52f })
        {
            lines = Lines(title, size, width);
            if (lines.Count <= 4) return (size, lines);
        }
        return (52, [.. lines.Take(3), lines[3] + " …"]);
    }

    private List<string> Lines(string title, float size, float width)
    {
        using var font = new SKFont(face.Value, size);
        var lines = new List<string>();
        foreach (var word in Known(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }

    /// <summary>A word that is longer than a line, cut.</summary>
    private static IEnumerable<string> Pieces(string word, SKFont font, float width)
    {
        while (font.MeasureText(word) > width && word.Length > 4)
        {
            var fits = word.Length - 1;
            while (fits > 2 && font.MeasureText(word[..fits] + "-") > width) fits--;
            yield return word[..fits] + "-";
            word = word[fits..];
        }
        yield return word;
    }

    private void Line(SKCanvas canvas, string text, float size, float x, float y, SKColor colour)
    {
        using var font = new SKFont(face.Value, size) { Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(Known(text), x, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>Only what the type has: a box for an unknown sign says nothing.</summary>
    private string Known(string text)
    {
        using var font = new SKFont(face.Value);
        return new string([.. text.Where(c => c == ' ' || !char.IsSurrogate(c) && font.ContainsGlyph(c))]);
    }

    private static void Sun(SKCanvas canvas)
    {
        using var ray = new SKPaint { Color = Gold, StrokeWidth = 9, StrokeCap = SKStrokeCap.Round, IsStroke = true, IsAntialias = true };
        var (x, y) = (Width - 118f, 118f);
        canvas.DrawCircle(x, y, 34, ray);
        for (var n = 0; n < 12; n++)
        {
            var (sin, cos) = MathF.SinCos(n * MathF.PI / 6);
            canvas.DrawLine(x + cos * 52, y + sin * 52, x + cos * 72, y + sin * 72, ray);
        }
    }
}
