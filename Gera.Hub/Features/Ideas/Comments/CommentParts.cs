using Gera.Hub.People.Data;
using Gera.Hub.Push;
using JasperFx.Events.Projections;
using Marten;

namespace Gera.Hub.Features.Ideas.Comments;

/// <summary>What comments need; called from the room's door.</summary>
internal static class CommentParts
{
    /// <summary>Beginning of the topics: <c>comments:{idea}</c>.</summary>
    public const string Topic = "comments:";

    public static void AddComments(this IServiceCollection services)
    {
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Comment>(SnapshotLifecycle.Inline);
            options.Schema.For<Comment>().Duplicate(c => c.Idea).Duplicate(c => c.Thread!).Duplicate(c => c.Author!).Duplicate(c => c.State).Duplicate(c => c.At);
        });
        services.AddSingleton<CommentList>().AddSingleton<CommentDesk>().AddScoped<IPersonalData, CommentData>();
        services.AddSingleton(new EventTopics(typeof(CommentMade), e => [Topic + ((CommentMade)e.Data).Idea]));
        services.AddSingleton<TopicRule>(provider => new TopicRule(Topic, async (topic, _, stop) =>
            Guid.TryParse(topic[Topic.Length..], out var id) && topic == Topic + id && await provider.GetRequiredService<IdeaLook>().IsReadable(id, stop)));
    }
}
