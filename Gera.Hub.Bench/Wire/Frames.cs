using System.Buffers.Binary;

namespace Gera.Hub.Bench.Wire;

/// <summary>WebSocket frames (RFC 6455), as far as a voter needs them.</summary>
internal static class Frames
{
    public const byte Continued = 0, Text = 1, Close = 8, Ping = 9, Pong = 10;
    public const byte RecordEnd = 0x1e;

    /// <summary>Clients must mask. One key for all is enough here: masks guard proxies, and there is none.</summary>
    private static ReadOnlySpan<byte> Mask => [0x67, 0x65, 0x72, 0x61];

    /// <returns>The length of the frame written to <paramref name="frame"/>.</returns>
    public static int Write(Span<byte> frame, byte operation, ReadOnlySpan<byte> payload)
    {
        frame[0] = (byte)(0x80 | operation);
        var header = payload.Length < 126 ? 2 : 4;
        frame[1] = (byte)(0x80 | (header == 2 ? payload.Length : 126));
        if (header == 4)
            BinaryPrimitives.WriteUInt16BigEndian(frame[2..], checked((ushort)payload.Length));
        Mask.CopyTo(frame[header..]);
        var body = frame[(header + 4)..];
        for (var i = 0; i < payload.Length; i++)
            body[i] = (byte)(payload[i] ^ Mask[i & 3]);
        return header + 4 + payload.Length;
    }

    /// <summary>Takes one whole frame off the front; false leaves <paramref name="there"/> as it was.</summary>
    public static bool TryRead(ref Span<byte> there, out byte operation, out ReadOnlySpan<byte> payload)
    {
        operation = 0;
        payload = default;
        if (there.Length < 2)
            return false;
        operation = (byte)(there[0] & 0x0f);
        long length = there[1] & 0x7f;
        var header = length switch { 126 => 4, 127 => 10, _ => 2 };
        if (there.Length < header)
            return false;
        if (header == 4)
            length = BinaryPrimitives.ReadUInt16BigEndian(there[2..]);
        else if (header == 10)
            length = BinaryPrimitives.ReadInt64BigEndian(there[2..]);
        if (there.Length < header + length)
            return false;
        payload = there.Slice(header, (int)length);
        there = there[(header + (int)length)..];
        return true;
    }
}
