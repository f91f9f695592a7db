using Gera.Hub.People.Data;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>What moderation needs; called from the room's door.</summary>
internal static class ModerationParts
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Case>(SnapshotLifecycle.Inline);
            options.Schema.For<Case>().Duplicate(c => c.State).Duplicate(c => c.WaitsSince).Duplicate(c => c.Subject).Duplicate(c => c.Author!);
        });
        services.AddSingleton(new Retention("Reporter", typeof(IdeaTexts), TimeSpan.FromDays(180), "update ideas.reports set person = null where person is not null and at < $1"));
        services.AddSingleton<CaseBoard>().AddSingleton<CaseDesk>().AddScoped<IPersonalData, CaseData>();
    }
}
