namespace Gera.Hub.Features.Groups.Documents;

/// <summary>A PDF of a group.</summary>
/// <param name="IsPublic">Everybody may read it; else members of the group only.</param>
public sealed record GroupDocument(Guid Id, string Group, string Title, int Bytes, bool IsPublic, DateTimeOffset At)
{
    public const int BytesMost = 10 * 1024 * 1024;

    public string Path => $"/gruppen/{Group}/dokumente/{Id}";

    public static string KeyOf(Guid id) => $"groups/{id:n}.pdf";
}
