using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Ideas;

/// <summary>What people are told about ideas; names are stored, so they never change.</summary>
internal static class IdeaNotices
{
    public const string Answered = "idea-answered", Merged = "idea-merged";

    public static void AddIdeaNotices(this IServiceCollection services) => services
        .Kind(Answered, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Answered", data("title"), texts["Status_" + data("status")]])
        .Kind(Merged, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Merged", data("title"), data("into")]);

    private static IServiceCollection Kind(this IServiceCollection services, string name, Rhythm rhythm, Func<IStringLocalizer, Func<string, string>, int, string> sentence) =>
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<IStringLocalizer<IdeaTexts>>();
            return new NoticeKind(name, typeof(IdeaTexts), "Notice_" + name, rhythm, (data, times) => sentence(texts, field => data.GetProperty(field).GetString()!, times));
        });
}
