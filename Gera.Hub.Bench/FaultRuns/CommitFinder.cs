using System.Buffers.Binary;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>
/// Follows the server's side of PostgreSQL's protocol, across the borders of what arrives: a letter, four
/// bytes of length, a body. Looks for CommandComplete ('C') with the tag COMMIT.
/// </summary>
internal sealed class CommitFinder
{
    private readonly byte[] start = new byte[12]; // letter, length, "COMMIT\0"
    private int have;
    private long left;

    /// <returns>How many of the bytes may pass: all, or those before the answer that is to be cut.</returns>
    public int Look(ReadOnlySpan<byte> bytes, Func<bool> cut)
    {
        for (var i = 0; i < bytes.Length;)
        {
            if (have < 5)
            {
                start[have++] = bytes[i++];
                if (have == 5)
                    left = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(1)) - 4;
            }
            if (have < 5)
                continue;
            var take = (int)Math.Min(left, bytes.Length - i);
            var room = Math.Min(take, start.Length - have);
            bytes.Slice(i, room).CopyTo(start.AsSpan(have));
            (have, left, i) = (have + room, left - take, i + take);
            if (left > 0)
                continue;
            var isCommit = start[0] == 'C' && have == 12 && start.AsSpan(5).SequenceEqual("COMMIT\0"u8);
            have = 0;
            // The first bytes may have passed with an earlier piece; what is never sent whole is never read.
            if (isCommit && cut())
                return Math.Max(0, i - 12);
        }
        return bytes.Length;
    }
}
