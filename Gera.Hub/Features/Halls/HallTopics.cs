using Gera.Hub.Push;

namespace Gera.Hub.Features.Halls;

/// <summary>Which topics the room's events change, and who may watch them.</summary>
internal static class HallTopics
{
    public static void AddHallTopics(this IServiceCollection services)
    {
        services.Changes<HallOpened>("hall").Changes<PollsArranged>("hall").Changes<QuestionRulesSet>("hall").Changes<QuestionPinned>("hall")
            .Changes<CardsIssued>("hall").Changes<CardRevoked>("hall").Changes<HallEnded>("hall");
        services.Changes<PollPrepared>("poll").Changes<PollReworded>("poll").Changes<PollDropped>("poll").Changes<PollOpened>("poll").Changes<PollClosingSet>("poll").Changes<PollClosingCleared>("poll")
            .Changes<PollClosed>("poll").Changes<PollReopened>("poll").Changes<ResultsShown>("poll").Changes<ResultsHidden>("poll").Changes<PollAnnulled>("poll").Changes<WordModerated>("poll");
        services.AddSingleton(new EventTopics(typeof(PollPrepared), e => [$"hall:{((PollPrepared)e.Data).Session}"]));
        services.Floor<QuestionAsked>(e => e.Hall).Floor<QuestionShown>(e => e.Hall).Floor<QuestionHidden>(e => e.Hall).Floor<QuestionAnswered>(e => e.Hall).Floor<QuestionUpvoted>(e => e.Hall)
            .Floor<QuestionLeft>(e => e.Hall).Floor<QuestionErased>(e => e.Hall);

        // Only the one spelling that messages are sent to: whoever watched another would wait in silence.
        foreach (var kind in new[] { "session:", "questions:" })
            services.AddSingleton<TopicRule>(provider => new TopicRule(kind, async (topic, _, _) =>
                await provider.GetRequiredService<LiveHalls>().ByCode(topic[kind.Length..]) is { } view && topic[kind.Length..] == view.Hall.Code));
        services.AddSingleton<TopicRule>(provider => new TopicRule("poll:", async (topic, _, _) => Guid.TryParse(topic[5..], out var id) && topic[5..] == id.ToString()
            && await provider.GetRequiredService<LiveHalls>().ByPoll(id) is { } view && view.Find(id) is { State: not PollState.Prepared }));
    }

    /// <summary>The event changes the topic made of the kind and its stream's id.</summary>
    private static IServiceCollection Changes<TEvent>(this IServiceCollection services, string kind) =>
        services.AddSingleton(new EventTopics(typeof(TEvent), e => [$"{kind}:{e.StreamId}"]));

    /// <summary>The event changes what is asked from the floor of a session.</summary>
    private static IServiceCollection Floor<TEvent>(this IServiceCollection services, Func<TEvent, Guid> hall) where TEvent : class =>
        services.AddSingleton(new EventTopics(typeof(TEvent), e => [$"floor:{hall((TEvent)e.Data)}"]));
}
