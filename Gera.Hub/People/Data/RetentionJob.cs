using Gera.Hub.Shell;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.People.Data;

/// <summary>Deletes each night what was kept long enough, and sweeps it out of the files. Of several hub processes one does it.</summary>
internal sealed class RetentionJob(HubDatabase database, IEnumerable<Retention> rules, Sweep sweep, TimeProvider clock, ILogger<RetentionJob> log) : BackgroundService
{
    /// <summary>Any number nobody else uses.</summary>
    internal const long Lock = 0x4765726148756201;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>When Gera sleeps, by its clocks.</summary>
    private static readonly TimeOnly Night = new(3, 15);

    /// <returns>What was deleted by rule; null when another process is at it.</returns>
    public async Task<IReadOnlyDictionary<string, int>?> Run(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var take = new NpgsqlCommand($"select pg_try_advisory_xact_lock({Lock})", connection))
            if (await take.ExecuteScalarAsync(stop) is not true) return null;
        var gone = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            await using var command = new NpgsqlCommand(rule.Sql, connection) { CommandTimeout = 300 };
            command.Parameters.AddWithValue(clock.GetUtcNow() - rule.Keep);
            gone[rule.Key] = await command.ExecuteNonQueryAsync(stop);
        }
        await transaction.CommitAsync(stop);
        log.LogInformation("Kept long enough and deleted: {Gone}", string.Join(", ", gone.Where(g => g.Value > 0).Select(g => $"{g.Key} {g.Value}").DefaultIfEmpty("nothing")));
        return gone;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A hub that is started each morning deletes too; tables are written anew only at night.
        await Task.Delay(First, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var isNight = false; !stoppingToken.IsCancellationRequested; isNight = true)
        {
            try
            {
                await Run(stoppingToken);
                if (isNight) await sweep.Run(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("What was kept long enough could not be deleted: {Reason}", e.GetType().Name);
            }
            await Task.Delay(Next(clock.GetUtcNow()) - clock.GetUtcNow(), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The next night after that moment.</summary>
    internal static DateTimeOffset Next(DateTimeOffset now)
    {
        var today = Berlin.At(Berlin.Day(now).ToDateTime(Night));
        return today > now ? today : Berlin.At(Berlin.Day(now).AddDays(1).ToDateTime(Night));
    }
}
