namespace Gera.Hub.Storage.Files;

/// <summary>Where bytes stand, by a key such as <c>ideen/0192…/480.webp</c>: lower case letters, digits, and <c>/ . -</c> only.</summary>
public interface IShelf
{
    /// <summary>Puts a file there; one of the same key is replaced.</summary>
    Task Put(string key, ReadOnlyMemory<byte> content, string type, CancellationToken stop);

    /// <summary>Null when there is none.</summary>
    Task<Stream?> Open(string key, CancellationToken stop);

    /// <summary>Removes it; where there is none nothing happens.</summary>
    Task Remove(string key, CancellationToken stop);
}
