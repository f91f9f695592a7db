using Gera.Hub.Storage.Files;
using Gera.Hub.Tests.Testing;
using SkiaSharp;
using Xunit;

namespace Gera.Hub.Tests.Storage.Files;

/// <summary>What is made of pictures people hand in.</summary>
public sealed class PictureMillTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_becomes_WebP_in_each_size_and_is_never_enlarged(SKEncodedImageFormat format)
    {
        var (picture, fault) = await PictureMill.Grind(SomePicture.Of(1200, 600, format), Stop);
        Assert.Null(fault);
        Assert.Equal((1200, 600), (picture!.Width, picture.Height));
        Assert.Equal([(480, 240), (1080, 540), (1200, 600)], picture.Files.Select(f => Size(f.Webp)));
    }

    // Known bad: without Upright the blue half stays at the right for every way of holding the camera.
    [Theory]
    [InlineData(1, 800, 400, "right")]
    [InlineData(2, 800, 400, "left")]
    [InlineData(3, 800, 400, "left")]
    [InlineData(4, 800, 400, "right")]
    [InlineData(5, 400, 800, "bottom")]
    [InlineData(6, 400, 800, "bottom")]
    [InlineData(7, 400, 800, "top")]
    [InlineData(8, 400, 800, "top")]
    public async Task It_stands_upright_however_the_camera_was_held(byte orientation, int width, int height, string blue)
    {
        var (picture, _) = await PictureMill.Grind(SomePicture.WithExif(orientation, "x"), Stop);
        Assert.Equal((width, height), (picture!.Width, picture.Height));
        using var bitmap = SKBitmap.Decode(picture.Files[^1].Webp);
        var (x, y) = blue switch { "right" => (0.75, 0.5), "left" => (0.25, 0.5), "top" => (0.5, 0.25), _ => (0.5, 0.75) };
        var pixel = bitmap.GetPixel((int)(x * bitmap.Width), (int)(y * bitmap.Height));
        Assert.True(pixel.Blue > 180 && pixel.Red < 70, $"{pixel} where blue should be");
    }

    [Fact]
    public async Task Nothing_the_camera_wrote_is_left()
    {
        var jpeg = SomePicture.WithExif(1, "50.8803N-Quittenallee");
        Assert.True(jpeg.AsSpan().IndexOf("Quittenallee"u8) > 0);
        var (picture, _) = await PictureMill.Grind(jpeg, Stop);
        Assert.All(picture!.Files, f => Assert.Equal((-1, -1), (f.Webp.AsSpan().IndexOf("Quittenallee"u8), f.Webp.AsSpan().IndexOf("EXIF"u8))));
    }

    [Fact]
    public async Task What_claims_to_be_huge_is_refused_before_it_is_decoded()
    {
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(PictureMill.Fault.TooManyPixels, (await PictureMill.Grind(SomePicture.Bomb(), Stop)).Fault);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 100_000_000);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("GIF89a")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("")]
    [InlineData("\u00ff\u00d8\u00ff")]
    public async Task What_is_no_picture_is_refused(string content) =>
        Assert.Equal(PictureMill.Fault.NotAPicture, (await PictureMill.Grind(System.Text.Encoding.Latin1.GetBytes(content), Stop)).Fault);

    [Fact]
    public async Task A_picture_that_breaks_off_is_refused() =>
        Assert.Equal(PictureMill.Fault.NotAPicture, (await PictureMill.Grind(SomePicture.Of(format: SKEncodedImageFormat.Png)[..300], Stop)).Fault);

    private static (int, int) Size(byte[] webp)
    {
        using var bitmap = SKBitmap.Decode(webp);
        return (bitmap.Width, bitmap.Height);
    }
}
