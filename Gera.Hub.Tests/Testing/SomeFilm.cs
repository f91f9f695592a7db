using System.Text;

namespace Gera.Hub.Tests.Testing;

/// <summary>Files that begin like films and captions; nobody plays them.</summary>
internal static class SomeFilm
{
    public static byte[] Mp4 { get; } = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2mp41"u8, .. new byte[4096]];

    public static byte[] WebM { get; } = [0x1A, 0x45, 0xDF, 0xA3, .. new byte[64]];

    public static byte[] Captions { get; } = Encoding.UTF8.GetBytes("WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag, Gera.\n");
}
