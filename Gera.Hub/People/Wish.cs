using Marten;

namespace Gera.Hub.People;

/// <summary>Something a person wants: a record in the imperative, e.g. <c>OpenPoll</c>.</summary>
/// <typeparam name="TAnswer">What is told when it was granted.</typeparam>
public interface IWish<TAnswer>;

/// <summary>How a wish is granted. One verb, one file; found by the door at start.</summary>
public interface IVerb<TWish, TAnswer> where TWish : IWish<TAnswer>
{
    Permission Needs { get; }

    /// <summary>How long the verb may take before the answer is "busy". Most have <see cref="Door.Patience"/>.</summary>
    TimeSpan Patience => Door.Patience;

    /// <summary>Whether a blocked person may do this too: reading, exporting, appealing, leaving.</summary>
    bool OpenToBlocked => false;

    /// <summary>How often one person, and one address, may want this; null: as often as they like.</summary>
    Pace? Pace => null;

    /// <summary>What the wish is about; null when that does not exist.</summary>
    Task<Scope?> ScopeOf(TWish wish, Deed deed) => Task.FromResult<Scope?>(Scope.None);

    /// <summary>Loads, decides, appends. The door saves.</summary>
    Task<Answer<TAnswer>> Do(TWish wish, Deed deed);
}

/// <summary>One wish being handled: who, when, with which session of the store.</summary>
public sealed record Deed(Person Person, Seat? Seat, DateTimeOffset Now, IDocumentSession Session, CancellationToken Stop)
{
    /// <summary>A new id that sorts by time.</summary>
    public Guid NewId() => Ids.At(Now);
}

/// <summary>Ids whose order is their time (UUID v7), with the time handed in.</summary>
public static class Ids
{
    public static Guid At(DateTimeOffset now) => Guid.CreateVersion7(now);
}
