using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Groups.Documents;

/// <summary>Adds a PDF to a group. What it is, its content says, not its name.</summary>
public sealed record AddDocument(string? Group, string? Title, bool IsPublic, byte[] Content) : IWish<Guid>;

internal sealed class AddDocumentVerb(FileStore files) : IVerb<AddDocument, Guid>
{
    public Permission Needs => Permission.Lead;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Pace? Pace => new(30, 500, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(AddDocument wish, Deed deed) => Task.FromResult(GroupScope.Of(wish.Group));

    public async Task<Answer<Guid>> Do(AddDocument wish, Deed deed)
    {
        if (Text.Check(wish.Title, 200, ("Titel", "title")) is { } bad) return bad;
        if (wish.Content.Length > GroupDocument.BytesMost || !wish.Content.AsSpan().StartsWith("%PDF-"u8)) return GroupRefusals.NoPdf;
        var document = new GroupDocument(deed.NewId(), wish.Group!, Text.Clean(wish.Title!).ReplaceLineEndings(" "), wish.Content.Length, wish.IsPublic, deed.Now);
        await files.Write(GroupDocument.KeyOf(document.Id), wish.Content, "application/pdf", deed.Stop);
        files.Keep(deed.Session, GroupDocument.KeyOf(document.Id));
        deed.Session.Insert(document);
        return document.Id;
    }
}
