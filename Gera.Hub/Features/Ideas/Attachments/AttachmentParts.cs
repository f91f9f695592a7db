using Gera.Hub.People;
using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Microsoft.Net.Http.Headers;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>What pictures and documents need; called from the room's door.</summary>
internal static class AttachmentParts
{
    private const string Sql = """
        create table if not exists ideas.attachments (
            id uuid primary key, idea uuid not null, person uuid, kind smallint not null, words text not null,
            width integer not null, height integer not null, bytes integer not null, at timestamptz not null);
        create index if not exists attachments_idea on ideas.attachments (idea, at);
        create index if not exists attachments_person on ideas.attachments (person);
        """;

    public static void AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentList>();
        services.AddSingleton(new Migration(async (provider, stop) =>
        {
            await using var command = provider.GetRequiredService<HubDatabase>().Source.CreateCommand(Sql);
            await command.ExecuteNonQueryAsync(stop);
        }));
    }

    public static void MapAttachments(this WebApplication app)
    {
        app.MapGet("/ideen/bilder/{id:guid}/{size:int}", (Guid id, int size, HttpContext http, AttachmentList list, IdeaLook look, DraftShelf drafts, FileStore files, Register register) =>
            PictureMill.Sizes.Contains(size) ? Serve(id, AttachmentKind.Picture, Attachment.KeyOf(id, size), http, list, look, drafts, files, register) : Task.FromResult(Refusals.NotFound.ToHttp())).ExcludeFromDescription();
        app.MapGet("/ideen/dokumente/{id:guid}", (Guid id, HttpContext http, AttachmentList list, IdeaLook look, DraftShelf drafts, FileStore files, Register register) =>
            Serve(id, AttachmentKind.Document, Attachment.KeyOf(id), http, list, look, drafts, files, register)).ExcludeFromDescription();
    }

    private static async Task<IResult> Serve(Guid id, AttachmentKind kind, string key, HttpContext http, AttachmentList list, IdeaLook look, DraftShelf drafts, FileStore files, Register register)
    {
        var stop = http.RequestAborted;
        if (await list.One(id, stop) is not { } attachment || attachment.Kind != kind) return Refusals.NotFound.ToHttp();
        var reader = await register.Who(http.ToCaller(), stop);
        var sight = await look.Sight(attachment.Idea, reader, stop);
        var may = sight?.May ?? reader.Id is { } me && (await drafts.Of(me, stop)).Any(d => d.Id == attachment.Idea);
        if (!may || await files.Open(key, stop) is not { } file) return Refusals.NotFound.ToHttp();
        // What is public today may be hidden tomorrow: browsers ask again soon.
        http.Response.Headers.CacheControl = sight is { Everyone: true } ? "public, max-age=300" : "private, no-store";
        if (kind == AttachmentKind.Picture) return Results.Stream(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{key[^9..].Replace('/', '-')}-{id:N}\""));
        return Results.Stream(file, "application/pdf", fileDownloadName: $"{id:N}.pdf");
    }
}
