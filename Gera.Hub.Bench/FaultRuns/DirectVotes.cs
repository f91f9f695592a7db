using Npgsql;

namespace Gera.Hub.Bench.FaultRuns;

/// <summary>Votes past any hub, written as one should not: they show that the judgements can say FAIL.</summary>
internal sealed class DirectVotes(string connection) : IAsyncDisposable
{
    private const int Clients = 48;
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(connection);

    public async Task Prepare(string columns)
    {
        await Do("drop table if exists direct_votes");
        await Do($"create table direct_votes ({columns})");
    }

    public async Task Do(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> Count(string what = "count(*)")
    {
        NpgsqlConnection.ClearAllPools(); // what was killed must not be asked again
        await using var command = database.CreateCommand($"select {what} from direct_votes");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <returns>How many were acknowledged before the line broke.</returns>
    public async Task<long> InsertUntilBroken(string sql, int most)
    {
        var (next, acknowledged) = (0, 0L);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            try
            {
                await using var client = await database.OpenConnectionAsync();
                for (int voter; (voter = Interlocked.Increment(ref next)) <= most * 10;)
                {
                    await One(client, sql, voter);
                    Interlocked.Increment(ref acknowledged);
                }
            }
            catch (Exception broken) when (broken is NpgsqlException or IOException)
            {
                // killed, as intended
            }
        }));
        return acknowledged;
    }

    /// <summary>Each in a transaction, blindly once more after every failure.</summary>
    public async Task<int> InsertWithBlindRetry(string sql, int votes)
    {
        var (next, retries) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (int voter; (voter = Interlocked.Increment(ref next)) <= votes;)
                while (!await Once(sql, voter))
                    Interlocked.Increment(ref retries);
        }));
        return retries;
    }

    /// <summary>Looks whether the voter voted, then inserts: right for one, wrong for fifty at once.</summary>
    public Task LookThenInsert(int voters, int times) => Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
    {
        await using var line = await database.OpenConnectionAsync();
        for (var i = client; i < voters * times; i += Clients)
        {
            await using var look = new NpgsqlCommand("select count(*) from direct_votes where voter = @voter", line) { Parameters = { new("voter", i / times) } };
            if ((long)(await look.ExecuteScalarAsync())! == 0)
                await One(line, "insert into direct_votes values (1, @voter)", i / times);
        }
    }));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<bool> Once(string sql, int voter)
    {
        try
        {
            await using var client = await database.OpenConnectionAsync();
            await using var transaction = await client.BeginTransactionAsync();
            await One(client, sql, voter);
            await transaction.CommitAsync();
            return true;
        }
        catch (Exception broken) when (broken is NpgsqlException or IOException)
        {
            return false;
        }
    }

    private static async Task One(NpgsqlConnection client, string sql, int voter)
    {
        await using var insert = new NpgsqlCommand(sql, client) { Parameters = { new("voter", voter) } };
        await insert.ExecuteNonQueryAsync();
    }
}
