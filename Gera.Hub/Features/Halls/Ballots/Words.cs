using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Words of text polls. They can be erased; the record only holds their salted hash.</summary>
internal static class Words
{
    /// <summary>States of a word: seen by nobody, on the screen, taken down.</summary>
    public const short Waiting = 0, Shown = 1, Hidden = 2;

    /// <summary>SHA-256 over salt and words, 64 hex digits.</summary>
    public static string Seal(byte[] salt, string words) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(words)]));

    public static async Task Keep(GroupWork work, List<Casting> votes, Func<Casting, string> receipt)
    {
        if (votes.Count == 0) return;
        await using var command = new NpgsqlCommand("""
            insert into halls.words (poll, receipt, words, salt, state) select p, r, w, s, 0 from unnest($1, $2, $3, $4) v(p, r, w, s)
            on conflict (poll, receipt) do update set words = excluded.words, salt = excluded.salt, state = 0
            """, work.Connection);
        GroupWork.Add(command, [.. votes.Select(v => v.Poll)]);
        GroupWork.Add(command, [.. votes.Select(receipt)]);
        GroupWork.Add(command, [.. votes.Select(v => v.Choice.Words!)]);
        command.Parameters.Add(new NpgsqlParameter { Value = votes.Select(v => v.Salt!).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(work.Stop);
    }
}
