using Gera.Hub.Features.Halls.Screens;
using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Options;

namespace Gera.Hub.Features.Halls;

/// <summary>The room's door: live participation sessions.</summary>
public static class HallsRoom
{
    public static void AddHalls(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HallOptions>().BindConfiguration(HallOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Hall>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Poll>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Question>(SnapshotLifecycle.Inline);
            options.Schema.For<Hall>().UniqueIndex(h => h.Code).Index(h => h.Leader);
            options.Schema.For<Poll>().Index(p => p.Session);
            options.Schema.For<Question>().Index(q => q.Hall);
            options.Events.AddEventType<BallotCast>();
            options.AddHallTables();
        });
        services.AddSingleton<LiveHalls>().AddSingleton<LiveBoard>().AddSingleton<Seats>().AddSingleton<Polling>().AddSingleton<JoinGate>();
        services.AddSingleton<Facts>().AddSingleton<TallyBoard>().AddSingleton<WordCloud>().AddSingleton<RecordReader>().AddSingleton<WalSweep>();
        services.AddSingleton<CardStore>().AddSingleton<QuestionList>();
        services.AddRunning<BallotBox>().AddRunning<Presence>().AddRunning<TallyBeat>().AddRunning<CountCheck>().AddRunning<Clockwork>();
        services.AddHealthChecks().AddCheck<CountCheck>("counts", tags: ["ready"]);
        services.AddSingleton(new KnownSetting(HallOptions.QuestionsPerSeatNow, typeof(ConsoleTexts), "QuestionsPerSeat", provider => provider.GetRequiredService<IOptions<HallOptions>>().Value.QuestionsPerSeat, 1, 100));
        services.AddHallTopics();
        services.AddScreens();
        services.AddMine();
        services.AddSeed<HallSeeds>(10);
        services.AddSingleton(new NavEntry("/leitung", "NavLead", typeof(ConsoleTexts), 90, Role.Leader)).AddSingleton<SessionList>();
        services.AddSingleton<Papers.RecountDesk>().AddScoped<Papers.MinutesDesk>().AddSingleton<Papers.VoteSheets>().AddSingleton(provider => new VoteSource(provider.GetRequiredService<Papers.VoteSheets>().Of));
    }

    public static void MapHalls(this WebApplication app)
    {
        app.MapHub<BallotHub>("/hubs/live", options =>
        {
            options.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling;
            options.TransportMaxBufferSize = options.ApplicationMaxBufferSize = 32 * 1024;
        });
        HallApi.Map(app.MapGroup("/api/live").WithTags("live").DisableAntiforgery());
        VoterForms.Map(app);
        app.MapMine();
        Papers.PaperDownloads.Map(app);

        var services = app.Services;
        var (postbox, tallies, board, presence, halls) = (services.GetRequiredService<Postbox>(), services.GetRequiredService<TallyBoard>(),
            services.GetRequiredService<LiveBoard>(), services.GetRequiredService<Presence>(), services.GetRequiredService<LiveHalls>());
        postbox.On(TallyBoard.BoxLetter, tallies.Heard);
        postbox.On(TallyBoard.RecountLetter, tallies.Recount);
        postbox.On(Presence.Letter, presence.Heard);
        postbox.On(Postbox.Topic, topic =>
        {
            if (topic.Split(':') is not ["hall" or "poll" or "floor", var id] || !Guid.TryParse(id, out var changed)) return;
            _ = topic.StartsWith("floor", StringComparison.Ordinal) ? board.FloorChanged(changed) : board.Changed(changed);
        });
        postbox.OnResumed(stop =>
        {
            halls.ForgetAll();
            return tallies.AskAgain(stop);
        });
    }

    private static IServiceCollection AddRunning<T>(this IServiceCollection services) where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
