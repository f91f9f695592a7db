using System.Net;
using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.People.Data;
using Gera.Hub.Storage.Files;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>Pictures and documents of ideas: taken by what they are, seen by whoever may see the idea, gone when it goes.</summary>
public sealed class AttachmentTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_and_a_document_stand_at_the_idea_for_everyone()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna);
        var picture = await anna.Does<AttachFile, Guid>(new AttachFile(idea.Id, "Leerer Platz", true, SomePicture.Of()));
        var paper = await anna.Does<AttachFile, Guid>(new AttachFile(idea.Id, "Skizze", true, SomePicture.Pdf));

        using var anyone = Leader.Nobody(hub);
        var page = (await anyone.Get($"/ideen/{idea.Number}")).Raw;
        Assert.Contains($"/ideen/bilder/{picture}/1080", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Leerer Platz\"", page, StringComparison.Ordinal);
        var shown = await anyone.Get($"/ideen/bilder/{picture}/480");
        Assert.Equal(("image/webp", "nosniff"), (shown.Type, shown.Message.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(TimeSpan.FromMinutes(5), shown.Message.Headers.CacheControl!.MaxAge);
        var read = await anyone.Get($"/ideen/dokumente/{paper}");
        Assert.Equal(("application/pdf", "attachment"), (read.Type, read.Message.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/ideen/bilder/{picture}/481")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get($"/ideen/bilder/{paper}/480")).Status);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused_with_its_reason()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna);
        foreach (var (words, rights, content, code) in new (string?, bool, byte[], string)[]
        {
            (null, true, SomePicture.Of(), "text_missing"), ("Ein Bild", false, SomePicture.Of(), "rights_missing"), ("Ein Bild", true, SomePicture.Svg, "file_unknown"), ("Ein Bild", true, [], "file_unknown"),
            ("Ein Bild", true, SomePicture.Bomb(), "too_many_pixels"), ("Ein Bild", true, new byte[Attachment.BytesMost + 1], "file_too_large"), ("a\0b", true, SomePicture.Of(), "text_unreadable"),
        })
            Assert.Equal(code, await anna.Asks<AttachFile, Guid>(new AttachFile(idea.Id, words, rights, content)));
        Assert.Equal("not_allowed", await (await Somebody.In(hub)).Asks<AttachFile, Guid>(new AttachFile(idea.Id, "Fremd", true, SomePicture.Of())));
        Assert.Equal(0, await hub.Ask<int>("select count(*)::int from ideas.attachments where idea = $1", idea.Id));
    }

    // Known bad: counted without the lock, twelve at once make more than six.
    [Fact]
    public async Task Twelve_at_once_make_six()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var idea = await town.Idea(anna);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => anna.Asks<AttachFile, Guid>(new AttachFile(idea.Id, "Skizze", true, SomePicture.Pdf))));
        Assert.Equal((6, 6), (answers.Count(a => a is null), answers.Count(a => a == "too_many_files")));
        Assert.Equal(6, await hub.Ask<int>("select count(*)::int from ideas.attachments where idea = $1", idea.Id));
    }

    // Known bad: served by its id alone, a sealed idea's picture tells.
    [Fact]
    public async Task Nobody_sees_what_belongs_to_a_draft_or_a_sealed_idea()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true });
        var (anna, other) = (await Somebody.WithPassword(hub), await Somebody.WithPassword(hub));
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Assert.Null(await anna.Asks<SaveDraft, IdeaDraft>(new SaveDraft(id, town.Key, IdeaTown.Category, IdeaTown.Words(), AuthorShown.Name, null)));
        var picture = await anna.Does<AttachFile, Guid>(new AttachFile(id, "Leerer Platz", true, SomePicture.Of()));
        using var own = await Leader.LogIn(hub, anna.Person.Mail, anna.Person.Password);
        using var foreign = await Leader.LogIn(hub, other.Person.Mail, other.Person.Password);
        using var anyone = Leader.Nobody(hub);
        var address = $"/ideen/bilder/{picture}/480";

        async Task Seen(HttpStatusCode byAnyone)
        {
            var mine = await own.Get(address);
            Assert.Equal(HttpStatusCode.OK, mine.Status);
            Assert.Equal(byAnyone, (await anyone.Get(address)).Status);
            Assert.Equal(byAnyone, (await foreign.Get(address)).Status);
            Assert.Equal(byAnyone == HttpStatusCode.NotFound, mine.Message.Headers.CacheControl!.NoStore);
        }

        await Seen(HttpStatusCode.NotFound);
        Assert.Null(await anna.Asks<SubmitIdea, IdeaTaken>(new SubmitIdea(id, town.Key, IdeaTown.Category, IdeaTown.Words(), AuthorShown.Name, null)));
        await Seen(HttpStatusCode.NotFound);
        await town.Move(Phase.Submission, false);
        await Seen(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_taken_off_dropped_or_erased_leaves_no_file()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var anna = await Somebody.In(hub);
        var (kept, idea, draft) = (await town.Idea(anna), await town.Idea(anna), Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        Assert.Null(await anna.Asks<SaveDraft, IdeaDraft>(new SaveDraft(draft, town.Key, IdeaTown.Category, IdeaTown.Words(), AuthorShown.Name, null)));
        var (off, dropped, erased) = (await Picture(anna, kept.Id), await Picture(anna, draft), await Picture(anna, idea.Id));
        Assert.Equal("not_allowed", await (await Somebody.In(hub)).Asks(new DetachFile(kept.Id, off)));
        Assert.Null(await anna.Asks(new DetachFile(idea.Id, off)));
        Assert.True(await IsThere(hub, off));
        Assert.Null(await anna.Asks(new DetachFile(kept.Id, off)));
        Assert.Null(await anna.Asks(new DropDraft(draft)));
        await Erase(hub, anna.Id);
        var sweep = hub.Services.GetRequiredService<FileSweep>();
        while (await sweep.Sweep(Stop) > 0) { }
        foreach (var file in new[] { off, dropped, erased }) Assert.False(await IsThere(hub, file));
    }

    private static Task<Guid> Picture(Somebody author, Guid idea) => author.Does<AttachFile, Guid>(new AttachFile(idea, "Leerer Platz", true, SomePicture.Of()));

    private static async Task<bool> IsThere(RunningHub hub, Guid file)
    {
        await using var stream = await hub.Services.GetRequiredService<FileStore>().Open(Attachment.KeyOf(file, 480), Stop);
        return stream is not null;
    }

    // Known bad: taking the files of whoever leaves, and not of the idea that goes.
    [Fact]
    public async Task An_idea_that_is_erased_takes_the_files_of_a_coauthor_along()
    {
        var hub = await home.Hub();
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await (await IdeaTown.Make(hub)).Idea(anna);
        Assert.Null(await anna.Asks(new Gera.Hub.Features.Ideas.Coauthors.InviteCoauthor(idea.Id, bogdan.Mail)));
        Assert.Null(await bogdan.Asks(new Gera.Hub.Features.Ideas.Coauthors.AnswerInvitation(idea.Id, true)));
        var file = await Picture(bogdan, idea.Id);
        Assert.True(await IsThere(hub, file));
        await Erase(hub, anna.Id);
        var sweep = hub.Services.GetRequiredService<FileSweep>();
        while (await sweep.Sweep(Stop) > 0) { }
        Assert.False(await IsThere(hub, file));
    }

    private static async Task Erase(RunningHub hub, Guid person)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        foreach (var data in scope.ServiceProvider.GetServices<IPersonalData>().Where(d => d.Section == "ideas")) await data.Erase(person, false, session, Stop);
        await session.SaveChangesAsync(Stop);
    }
}
