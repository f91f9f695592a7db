using Gera.Hub.Features.Portal.Press;

namespace Gera.Hub.Tests.Testing;

/// <summary>Two people of the press desk: one writes, the other reads.</summary>
internal sealed record Newsroom(RunningHub Hub, Somebody Tilda, Somebody Ben)
{
    public static async Task<Newsroom> Open(RunningHub hub) => new(hub, await Somebody.WithPassword(hub, new Granted(Role.Press, "")), await Somebody.WithPassword(hub, new Granted(Role.Press, "")));

    public static AnnouncementWords Words(string title = "Neue Bank am Kornmarkt") => new(title, "Ab Freitag sitzt es sich besser.", "Die Bank steht **im Schatten**.", "stadt");

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public async Task<Guid> Draft(string title = "Neue Bank am Kornmarkt")
    {
        var id = NewId();
        Assert.Null(await Tilda.Asks(new WriteAnnouncement(id, 0, Words(title))));
        return id;
    }

    public async Task<Guid> Approved(string title = "Neue Bank am Kornmarkt")
    {
        var id = await Draft(title);
        Assert.Null(await Tilda.Asks(new SendAnnouncement(id)));
        Assert.Null(await Ben.Asks(new ReviewAnnouncement(id, 1, null)));
        return id;
    }

    public async Task<Guid> Out(string title = "Neue Bank am Kornmarkt")
    {
        var id = await Approved(title);
        Assert.Null(await Tilda.Asks(new ScheduleAnnouncement(id, null)));
        return id;
    }

    public async Task<Announcement> Now(Guid id)
    {
        await using var session = ((Marten.IDocumentStore)Hub.Services.GetService(typeof(Marten.IDocumentStore))!).QuerySession();
        return (await session.LoadAsync<Announcement>(id))!;
    }
}
