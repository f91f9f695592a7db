using System.Text.Json.Nodes;
using Marten;

namespace Gera.Hub.People.Data;

/// <summary>What a room keeps of people. Each room with people in it registers one; a test fails when a type that mentions a person is in none.</summary>
public interface IPersonalData
{
    /// <summary>Key of the section in the download, e.g. <c>halls</c>.</summary>
    string Section { get; }

    /// <summary>Types (events, documents, rows) of this room that mention people and are covered below.</summary>
    IReadOnlyList<Type> Covers { get; }

    /// <summary>Everything of this person in this room, as the person may read it; null when there is nothing.</summary>
    Task<JsonNode?> Export(Guid person, CancellationToken stop);

    /// <summary>Takes the person out of this room; closed counts do not move.</summary>
    /// <param name="keepContributions">True: what was contributed stays as by a "deleted account"; false: its words go too.</param>
    Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop);
}

/// <summary>Rooms tell here what a person did in them and what became of it.</summary>
public interface IMyDeeds
{
    /// <summary>Newest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop);
}

/// <summary>One line in "My hub".</summary>
/// <param name="Kind">In the reader's language, e.g. "Abgestimmt".</param>
/// <param name="State">In the reader's language, e.g. "abgeschlossen"; empty where there is none.</param>
/// <param name="Link">A path of ours.</param>
public sealed record MyDeed(string Kind, string Title, string State, string Link, DateTimeOffset At);
