using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>Shows or takes down what somebody wrote in a text poll; without a receipt all that wait.</summary>
public sealed record ModerateWord(Guid Poll, string? Receipt, bool Show) : IWish<Done>;

/// <summary>A word was let onto the screen or taken down.</summary>
public sealed record WordModerated(string? Receipt, bool Shown, DateTimeOffset At);

internal sealed class ModerateWordVerb : IVerb<ModerateWord, Done>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(ModerateWord wish, Deed deed) => HallScope.OfPoll(wish.Poll, deed);

    public async Task<Answer<Done>> Do(ModerateWord wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var set = new NpgsqlCommand("update halls.words set state = $2 where poll = $1 and (receipt = $3 or $3 is null and state = 0)", deed.Session.Connection);
        set.Parameters.AddWithValue(wish.Poll);
        set.Parameters.AddWithValue(wish.Show ? Words.Shown : Words.Hidden);
        set.Parameters.Add(new NpgsqlParameter { Value = (object?)wish.Receipt ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        if (await set.ExecuteNonQueryAsync(deed.Stop) == 0) return Refusals.NotFound;
        deed.Session.Events.Append(wish.Poll, new WordModerated(wish.Receipt, wish.Show, deed.Now));
        return new Done();
    }
}
