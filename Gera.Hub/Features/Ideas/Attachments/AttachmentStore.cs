using Gera.Hub.Storage.Files;
using Marten;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Takes files away with what they belong to, in the same transaction.</summary>
internal static class AttachmentStore
{
    public static void Drop(IDocumentSession session, FileStore files, Guid file)
    {
        session.QueueSqlCommand("delete from ideas.attachments where id = ?", file);
        files.Drop(session, Attachment.Prefix(file));
    }

    /// <summary>All files of an idea or draft.</summary>
    public static async Task DropAll(IDocumentSession session, FileStore files, AttachmentList list, Guid idea, CancellationToken stop)
    {
        foreach (var file in await list.Of(idea, stop)) Drop(session, files, file.Id);
    }
}
