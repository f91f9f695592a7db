using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Mine;
using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.Features.Ideas.Pages;
using Gera.Hub.Features.Ideas.Reviews;
using Gera.Hub.Features.Ideas.Seeds;
using Gera.Hub.People;
using Gera.Hub.People.Admin;
using Gera.Hub.People.Data;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Ideas;

/// <summary>The room's door: contests, the idea box, ideas and their supports.</summary>
public static class IdeasRoom
{
    public static void AddIdeas(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Contest>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Idea>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<SupportSheet>(SnapshotLifecycle.Inline);
            options.Events.AddEventType<GroupParted>();
            options.Events.AddEventType<GroupRejoined>();
            options.Schema.For<Contest>().Duplicate(c => c.Key).UniqueIndex(c => c.Key);
            options.Schema.For<Idea>().Duplicate(i => i.Number).UniqueIndex(i => i.Number)
                .Duplicate(i => i.Contest).Duplicate(i => i.Category).Duplicate(i => i.State).Duplicate(i => i.Theme).Duplicate(i => i.District!)
                .Duplicate(i => i.Author!).Duplicate(i => i.Lead!).Duplicate(i => i.Status!).Duplicate(i => i.At);
            options.Schema.For<IdeaDraft>().Index(d => d.Person);
        });
        services.AddIdeaTables();
        services.AddAttachments();
        services.AddComments();
        services.AddModeration();
        services.AddReviews();
        services.AddIdeaTopics();
        services.AddIdeaNotices();
        services.AddIdeaFollows();
        services.AddContestPolls();
        IdeaSearch.Add(services);
        services.AddSingleton<IdeaList>().AddSingleton<IdeaLook>().AddSingleton<ContestList>().AddSingleton<SupportCount>().AddSingleton<DraftShelf>().AddSingleton<PointCount>().AddSingleton<Files.ContestRows>().AddSingleton<IdeaGroup>().AddSingleton<IdeaQueue>();
        services.AddSingleton<SupportBeat>().AddHostedService(provider => provider.GetRequiredService<SupportBeat>()).AddHostedService<PhaseClock>().AddHostedService<ReminderClock>();
        services.AddScoped<IPersonalData, IdeaData>().AddScoped<IMyDeeds, IdeaDeeds>();
        services.AddSingleton(new NavEntry("/ideen", "NavIdeas", typeof(IdeaTexts), 20));
        services.AddSingleton(new AdminSection("/ideen/leitung", "ContestDesk", typeof(IdeaTexts), Permission.Edit, 34)).AddSingleton(new AdminSection("/ideen/moderation", "NavModeration", typeof(IdeaTexts), Permission.Moderate, 35));
        services.AddSingleton(new HomeSection(typeof(HomeIdeas), 20) { Texts = typeof(IdeaTexts), TextKey = "HomeTitle" }).AddSingleton(new GroupSection(typeof(GroupIdeas), 20));
        services.AddSeed<IdeaSeeds>(20);
    }

    public static void MapIdeas(this WebApplication app)
    {
        app.UseIdeaTopics();
        IdeaForms.Map(app);
        ContestForms.Map(app);
        CommentForms.Map(app);
        CaseForms.Map(app);
        app.MapAttachments();
        app.MapReviews();
        Files.IdeaFiles.Map(app);
        IdeaApi.Map(app.MapGroup("/api/ideen").WithTags("ideen"));
    }
}
