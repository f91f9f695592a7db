using System.Security.Cryptography;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Supports;

/// <summary>Somebody supports an idea.</summary>
public sealed record IdeaSupported(Guid Idea, Guid Contest, Guid Person, DateTimeOffset At);

/// <summary>Somebody no longer supports an idea.</summary>
public sealed record SupportWithdrawn(Guid Idea, Guid Contest, Guid Person, DateTimeOffset At);

/// <summary>
/// All supports of one person in one contest: the stream whose turn decides whether one more is within the limit, whichever ideas
/// are supported at the same moment. Ideas themselves are not written to, so a popular one is as fast as any.
/// </summary>
public sealed record SupportSheet(Guid Id, Guid Person, Guid Contest)
{
    public IReadOnlyList<Guid> Ideas { get; init; } = [];

    public static SupportSheet Create(IdeaSupported e) => new SupportSheet(Key(e.Person, e.Contest), e.Person, e.Contest) { Ideas = [e.Idea] };

    /// <summary>Whoever only spread points supports nothing yet.</summary>
    public static SupportSheet Create(Points.PointsSpread e) => new(Key(e.Person, e.Contest), e.Person, e.Contest);

    public SupportSheet Apply(IdeaSupported e) => this with { Ideas = [.. Ideas.Where(i => i != e.Idea), e.Idea] };

    public SupportSheet Apply(SupportWithdrawn e) => this with { Ideas = [.. Ideas.Where(i => i != e.Idea)] };

    /// <summary>Id of the sheet of a person in a contest.</summary>
    public static Guid Key(Guid person, Guid contest) => new(SHA256.HashData([.. person.ToByteArray(), .. contest.ToByteArray()]).AsSpan(0, 16));

    /// <summary>The sheet as it stands, held until the deed is saved: others of the same person wait for their turn.</summary>
    internal static async Task<SupportSheet> Hold(Guid person, Guid contest, IDocumentSession session, CancellationToken stop)
    {
        var key = Key(person, contest);
        await session.BeginTransactionAsync(stop);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", session.Connection);
        hold.Parameters.AddWithValue(key);
        await hold.ExecuteNonQueryAsync(stop);
        return await session.LoadAsync<SupportSheet>(key, stop) ?? new SupportSheet(key, person, contest);
    }
}
