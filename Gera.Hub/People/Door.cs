using System.Diagnostics;
using JasperFx;
using Marten;

using Marten.Exceptions;
using Npgsql;

namespace Gera.Hub.People;

/// <summary>The one way in for commands: who is it, may they, do it, save it, log one line.</summary>
public sealed class Door(IServiceScopeFactory scopes, Paces paces, TimeProvider clock, ILogger<Door> log)
{
    /// <summary>A command that takes longer is answered with "busy" (guards: within 3 s).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private static readonly ActivitySource Traces = new("Gera.Hub");

    /// <summary>A line that stalls does not even let go of a cancelled command; so long after its time a command is left behind.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.3);

    public async Task<Answer<TAnswer>> Send<TWish, TAnswer>(TWish wish, Caller caller, CancellationToken stop = default)
        where TWish : IWish<TAnswer>
    {
        var began = Stopwatch.GetTimestamp();
        using var trace = Traces.StartActivity(typeof(TWish).Name);
        var scope = scopes.CreateAsyncScope();
        var verb = scope.ServiceProvider.GetRequiredService<IVerb<TWish, TAnswer>>();
        Answer<TAnswer> answer;
        try
        {
            answer = await Run(scope, verb, wish, caller, stop).WaitAsync(verb.Patience + Grace, stop);
        }
        catch (Exception e) when (IsBusy(e) && !stop.IsCancellationRequested)
        {
            log.LogWarning("{Verb} found the database away or overloaded: {Reason}", typeof(TWish).Name, e.GetType().Name);
            answer = Refusals.Busy;
        }
        trace?.SetTag("hub.outcome", answer.Refusal?.Code ?? "done");
        log.LogInformation("{Verb} {Outcome} in {Milliseconds:0} ms", typeof(TWish).Name, answer.Refusal?.Code ?? "done", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return answer;
    }

    private async Task<Answer<TAnswer>> Run<TWish, TAnswer>(AsyncServiceScope scope, IVerb<TWish, TAnswer> verb, TWish wish, Caller caller, CancellationToken stop)
        where TWish : IWish<TAnswer>
    {
        await using var disposing = scope;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(verb.Patience);
        try
        {
            var person = await scope.ServiceProvider.GetRequiredService<Register>().Who(caller, limit.Token);
            await using var session = scope.ServiceProvider.GetRequiredService<IDocumentStore>().LightweightSession();
            var deed = new Deed(person, caller.Seat, clock.GetUtcNow(), session, limit.Token);

            if (await verb.ScopeOf(wish, deed) is not { } about) return Refusals.NotFound;
            if (verb.Needs.Check(person, caller.Seat, about, verb.OpenToBlocked) is { } refusal) return refusal;
            if (verb.Pace is { } pace && !paces.Allows(typeof(TWish), pace, person, caller)) return Refusals.TooFast;

            var answer = await verb.Do(wish, deed);
            if (!answer.Granted) return answer;
            if (verb.Needs.IsStaff() && person.Id is { } staff) Log(session, staff, typeof(TWish).Name, about, deed);
            await session.SaveChangesAsync(limit.Token);
            return answer;
        }
        catch (Exception e) when (e is ConcurrencyException or JasperFx.Events.EventStreamUnexpectedMaxEventIdException or ExistingStreamIdCollisionException)
        {
            return Refusals.SomeoneWasFaster;
        }
        catch (Exception e) when (IsTaken(e))
        {
            return Refusals.SomeoneWasFaster;
        }
    }

    /// <summary>What staff do is kept, in the transaction of the deed itself.</summary>
    private static void Log(IDocumentSession session, Guid staff, string verb, Scope about, Deed deed) => session.QueueSqlCommand(
        """insert into people.staff_deeds ("Id", "By", "Verb", "About", "At") values (?, ?, ?, ?, ?)""", deed.NewId(), staff, verb, about.About, deed.Now);

    /// <summary>Whether a key that cannot exist twice was taken by someone at the same moment.</summary>
    private static bool IsTaken(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } || e.InnerException is { } inner && IsTaken(inner);

    /// <summary>Whether an exception means "not now" rather than "broken": the database is away, its pool is empty, or time ran out.</summary>
    internal static bool IsBusy(Exception e) => e switch
    {
        OperationCanceledException or TimeoutException => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DiskFull or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.OutOfMemory
        } => true,
        PostgresException => false,
        NpgsqlException or System.Net.Sockets.SocketException or IOException => true,
        _ => e.InnerException is { } inner && IsBusy(inner),
    };
}
