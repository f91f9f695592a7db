using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Announcements and the press desk; called from the portal's door.</summary>
internal static class PressRoom
{
    /// <summary>What pages with announcements watch.</summary>
    public const string Topic = "press";

    public static void AddPress(this IServiceCollection services)
    {
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Announcement>(SnapshotLifecycle.Inline);
            options.Schema.For<Announcement>().Duplicate(a => a.State).Duplicate(a => a.PublishAt!).Duplicate(a => a.IsTold).Duplicate(a => a.ChangedAt).Duplicate(a => a.Short).UniqueIndex(a => a.Short);
        });
        services.AddPressTables();
        services.AddSingleton<PressBoard>().AddSingleton<PressDesk>().AddSingleton<PressPictures>().AddSingleton<Embargoes>().AddHostedService<PressClock>();
        services.AddScoped<IPersonalData, PressData>();
        services.AddSingleton(new Retention("Embargo", typeof(PressTexts), TimeSpan.FromDays(90), "delete from portal.embargoes where until < $1"));
        services.AddSingleton(new Retention("PressDraft", typeof(PressTexts), TimeSpan.FromDays(90), "delete from portal.press_drafts where at < $1"));
        services.AddSingleton(new EventTopics(typeof(AnnouncementPublished), _ => [Topic])).AddSingleton(new EventTopics(typeof(AnnouncementWithdrawn), _ => ["home"]));
        services.AddSingleton(new TopicRule(Topic, (_, _, _) => Task.FromResult(true)));
        services.AddSingleton(new NavEntry("/presse", "NavPress", typeof(PressTexts), 35)).AddSingleton(new HomeSection(typeof(HomePress), 15) { Texts = typeof(PressTexts), TextKey = "HomeTitle" });
        services.AddSingleton(new AdminSection("/presse/redaktion", "DeskTitle", typeof(PressTexts), Permission.Press, 36));
        services.AddSingleton(new NavEntry("/presse/redaktion", "DeskTitle", typeof(PressTexts), 94, Role.Press));
        PressSearch.Add(services);
        services.AddSeed<PressSeeds>(30);
    }

    public static void MapPress(this WebApplication app)
    {
        PressFiles.Map(app);
    }
}
