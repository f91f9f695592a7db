using System.Diagnostics;
using JasperFx;
using Marten;

using Marten.Exceptions;
using Npgsql;

namespace Gera.Hub.People;

/// <summary>The one way in for commands: who is it, may they, do it, save it, log one line.</summary>
public sealed class Door(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Door> log)
{
    /// <summary>A command that takes longer is answered with "busy" (guards: within 3 s).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private static readonly ActivitySource Traces = new("Gera.Hub");

    public async Task<Answer<TAnswer>> Send<TWish, TAnswer>(TWish wish, Caller caller, CancellationToken stop = default)
        where TWish : IWish<TAnswer>
    {
        var began = Stopwatch.GetTimestamp();
        using var trace = Traces.StartActivity(typeof(TWish).Name);
        await using var scope = scopes.CreateAsyncScope();
        var verb = scope.ServiceProvider.GetRequiredService<IVerb<TWish, TAnswer>>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(verb.Patience);

        var answer = await Try(verb, wish, caller, scope.ServiceProvider, limit.Token);
        trace?.SetTag("hub.outcome", answer.Refusal?.Code ?? "done");
        log.LogInformation("{Verb} {Outcome} in {Milliseconds:0} ms", typeof(TWish).Name, answer.Refusal?.Code ?? "done", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return answer;
    }

    private async Task<Answer<TAnswer>> Try<TWish, TAnswer>(IVerb<TWish, TAnswer> verb, TWish wish, Caller caller, IServiceProvider services, CancellationToken stop)
        where TWish : IWish<TAnswer>
    {
        try
        {
            var person = await services.GetRequiredService<Register>().Who(caller, stop);
            await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession();
            var deed = new Deed(person, caller.Seat, clock.GetUtcNow(), session, stop);

            if (await verb.ScopeOf(wish, deed) is not { } about) return Refusals.NotFound;
            if (Check(verb.Needs, deed, about) is { } refusal) return refusal;

            var answer = await verb.Do(wish, deed);
            if (answer.Granted) await session.SaveChangesAsync(stop);
            return answer;
        }
        catch (Exception e) when (e is ConcurrencyException or JasperFx.Events.EventStreamUnexpectedMaxEventIdException or ExistingStreamIdCollisionException)
        {
            return Refusals.SomeoneWasFaster;
        }
        catch (Exception e) when (IsBusy(e))
        {
            log.LogWarning("{Verb} found the database away or overloaded: {Reason}", typeof(TWish).Name, e.GetType().Name);
            return Refusals.Busy;
        }
    }

    private static Refusal? Check(Permission needs, Deed deed, Scope about)
    {
        var (person, admin) = (deed.Person, deed.Person.Is(Role.Administrator) || deed.Person.Is(Role.Clock));
        return needs switch
        {
            Permission.Anyone => null,
            Permission.Seat => deed.Seat is { } seat && seat.Session == about.Session ? null : Refusals.SeatNeeded,
            _ when admin => null,
            _ when person.Id is null => Refusals.LogInFirst,
            Permission.Lead => person.Is(Role.Leader) ? null : Refusals.NotAllowed,
            Permission.LeadThis => person.Is(Role.Leader) && about.Leader == person.Id ? null : Refusals.NotAllowed,
            _ => Refusals.NotAllowed,
        };
    }

    /// <summary>Whether an exception means "not now" rather than "broken": the database is away, its pool is empty, or time ran out.</summary>
    internal static bool IsBusy(Exception e) => e switch
    {
        OperationCanceledException or TimeoutException => true,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DiskFull or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.OutOfMemory } => true,
        PostgresException => false,
        NpgsqlException or System.Net.Sockets.SocketException or IOException => true,
        _ => e.InnerException is { } inner && IsBusy(inner),
    };
}
