using System.Buffers.Binary;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>
/// Follows the server's side of PostgreSQL's protocol, across the borders of what arrives: a letter, four
/// bytes of length, a body. Looks for CommandComplete ('C') with the tag COMMIT.
/// </summary>
internal sealed class CommitFinder
{
    private readonly byte[] _start = new byte[12]; // letter, length, "COMMIT\0"
    private int _have;
    private long _left;

    /// <returns>How many of the bytes may pass: all, or those before the answer that is to be cut.</returns>
    public int Look(ReadOnlySpan<byte> bytes, Func<bool> cut)
    {
        for (var i = 0; i < bytes.Length;)
        {
            if (_have < 5)
            {
                _start[_have++] = bytes[i++];
                if (_have == 5)
                    _left = BinaryPrimitives.ReadInt32BigEndian(_start.AsSpan(1)) - 4;
            }
            if (_have < 5)
                continue;
            var take = (int)Math.Min(_left, bytes.Length - i);
            var room = Math.Min(take, _start.Length - _have);
            bytes.Slice(i, room).CopyTo(_start.AsSpan(_have));
            (_have, _left, i) = (_have + room, _left - take, i + take);
            if (_left > 0)
                continue;
            var isCommit = _start[0] == 'C' && _have == 12 && _start.AsSpan(5).SequenceEqual("COMMIT\0"u8);
            _have = 0;
            // The first bytes may have passed with an earlier piece; what is never sent whole is never read.
            if (isCommit && cut())
                return Math.Max(0, i - 12);
        }
        return bytes.Length;
    }
}
