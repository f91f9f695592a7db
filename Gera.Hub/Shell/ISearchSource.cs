using JasperFx.Events;

namespace Gera.Hub.Shell;

/// <summary>
/// What a room gives to the search over everything. The index keeps a copy of each entry, written anew after every commit that touched it;
/// what is found is asked of the room once more before anybody sees it, so a late copy can never tell of something hidden.
/// </summary>
public interface ISearchSource
{
    /// <summary>Stored and part of addresses (<c>?art=idee</c>), so it never changes: lower case German.</summary>
    string Kind { get; }

    /// <summary>The room's marker class; <c>SearchKind</c> there is the kind's name in the plural, e.g. "Ideen".</summary>
    Type Texts { get; }

    /// <summary>Keys of everything that may be found, for an index made from nothing.</summary>
    Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop);

    /// <summary>Keys behind a key that an event touched, e.g. all ideas of a contest; usually the key itself.</summary>
    Task<IReadOnlyCollection<Guid>> Behind(Guid key, CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>([key]);

    /// <summary>What is to be found now or later (<see cref="SearchEntry.From"/>); null for what nobody may find.</summary>
    Task<SearchEntry?> Entry(Guid key, CancellationToken stop);

    /// <summary>Which of these a stranger may see at this moment, by the room's one rule.</summary>
    Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop);
}

/// <summary>Something that can be found.</summary>
/// <param name="Address">A path of ours.</param>
/// <param name="Body">All other words, without markup; at most 20,000 characters of them are kept.</param>
/// <param name="Theme">Key of a working group; null where it has none.</param>
/// <param name="District">One of <see cref="District.All"/>; null for the whole city.</param>
/// <param name="Moment">The time it is about: when an event takes place, when a text was published.</param>
/// <param name="From">Found from then on; null: at once.</param>
/// <param name="Until">Found until then; null: for good.</param>
public sealed record SearchEntry(Guid Key, string Address, string Title, string Summary, string Body, string? Theme, string? District, DateTimeOffset Moment)
{
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }
}

/// <summary>Which entries an event of the store touches; rooms register one per event, as they do with topics.</summary>
public sealed record SearchTouch(string Kind, Type Event, Func<IEvent, IEnumerable<Guid>> Keys);

/// <summary>The same for documents: which entry a stored or deleted document is.</summary>
public sealed record SearchDocument(string Kind, Type Document, Func<object, Guid> Key);

public static class SearchParts
{
    public static IServiceCollection Found<TEvent>(this IServiceCollection services, string kind, Func<TEvent, Guid> key) where TEvent : class =>
        services.AddSingleton(new SearchTouch(kind, typeof(TEvent), e => [key((TEvent)e.Data)]));

    /// <summary>An event whose stream is the entry.</summary>
    public static IServiceCollection Found<TEvent>(this IServiceCollection services, string kind) where TEvent : class =>
        services.AddSingleton(new SearchTouch(kind, typeof(TEvent), e => [e.StreamId]));

    public static IServiceCollection FoundDocument<TDocument>(this IServiceCollection services, string kind, Func<TDocument, Guid> key) where TDocument : class =>
        services.AddSingleton(new SearchDocument(kind, typeof(TDocument), d => key((TDocument)d)));
}
