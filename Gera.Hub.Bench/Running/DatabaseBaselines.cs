using System.Diagnostics;
using Gera.Hub.Bench.Crowds;
using Npgsql;

namespace Gera.Hub.Bench.Running;

/// <summary>What the same PostgreSQL does without a hub before it: votes per second, each durable when counted.</summary>
internal sealed class DatabaseBaselines(string connection, ulong seed) : IAsyncDisposable
{
    private const int Clients = 64, RowsPerStatement = 1_000;
    private readonly NpgsqlDataSource database = new NpgsqlDataSourceBuilder(connection + ";Maximum Pool Size=64;Max Auto Prepare=4;Auto Prepare Min Usages=1").Build();

    public async Task Prepare()
    {
        await Do("drop table if exists bench_ballots");
        await Do("create table bench_ballots (poll int, voter uuid, choice int not null, primary key (poll, voter))");
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Do("select pg_sleep(0.2)"))); // open all connections
    }

    /// <summary>One INSERT, one commit, one flush per vote, from 64 clients at once.</summary>
    public async Task<double> OneInsertPerVote(int votes)
    {
        var oracle = new Oracle(seed, votes, 4);
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            await using var client = await database.OpenConnectionAsync();
            for (int voter; (voter = Interlocked.Increment(ref next)) < votes;)
            {
                await using var insert = new NpgsqlCommand("insert into bench_ballots values (1, $1, $2)", client);
                insert.Parameters.AddWithValue(VoterId(oracle, voter));
                insert.Parameters.AddWithValue(oracle.ChoiceOf(voter));
                await insert.ExecuteNonQueryAsync();
            }
        }));
        return votes / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The database's own ceiling: a thousand votes a statement, one client, duplicates sorted out.</summary>
    public async Task<double> Batched(int votes)
    {
        var oracle = new Oracle(seed, votes, 4);
        await using var client = await database.OpenConnectionAsync();
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < votes; first += RowsPerStatement)
        {
            var batch = Enumerable.Range(first, Math.Min(RowsPerStatement, votes - first)).ToArray();
            await using var insert = new NpgsqlCommand("""
                insert into bench_ballots select 2, voter, choice from unnest($1, $2) as v(voter, choice)
                on conflict do nothing returning voter
                """, client);
            insert.Parameters.AddWithValue(Array.ConvertAll(batch, v => VoterId(oracle, v)));
            insert.Parameters.AddWithValue(Array.ConvertAll(batch, oracle.ChoiceOf));
            await using var fresh = await insert.ExecuteReaderAsync();
            while (await fresh.ReadAsync())
                _ = fresh.GetGuid(0);
        }
        return votes / watch.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task Do(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    internal static Guid VoterId(Oracle oracle, int voter)
    {
        var (high, low) = oracle.KeyOf(voter);
        return new Guid((uint)(high >> 32), (ushort)(high >> 16), (ushort)high, (byte)(low >> 56), (byte)(low >> 48), (byte)(low >> 40),
            (byte)(low >> 32), (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }
}
