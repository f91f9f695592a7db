using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Ideas;

/// <summary>What people are told about ideas; names are stored, so they never change.</summary>
internal static class IdeaNotices
{
    public const string Answered = "idea-answered", Merged = "idea-merged", Commented = "idea-commented", Asked = "idea-asked", Replied = "comment-replied", Moderated = "idea-moderated", Changed = "idea-changed", New = "idea-new", Split = "idea-split", Carried = "idea-carried", Moved = "contest-moved", Due = "answer-due", Invited = "coauthor-invited", Accepted = "coauthor-accepted", ReportDecided = "report-decided";

    public static void AddIdeaNotices(this IServiceCollection services) => services
        .Kind(Answered, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Answered", data("title"), texts["Status_" + data("status")]])
        .Kind(Merged, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Merged", data("title"), data("into")])
        .Kind(Changed, Rhythm.Daily, (texts, data, _) => texts["Notice_Changed", data("title")])
        .Kind(New, Rhythm.Daily, (texts, data, _) => texts["Notice_New", data("title"), texts["Theme_" + data("theme")]])
        .Kind(Split, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Split", data("title")])
        .Kind(Carried, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Carried", data("title"), data("contest")])
        .Kind(Invited, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Invited", data("title")])
        .Kind(Accepted, Rhythm.AtOnce, (texts, data, times) => times == 1 ? texts["Notice_AcceptedOnce", data("title")] : texts["Notice_Accepted", data("title"), times])
        .Kind(Due, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Due", data("title"), data("step")])
        .Kind(Moved, Rhythm.AtOnce, (texts, data, _) => texts[data("category").Length == 0 ? "Notice_Moved_" + data("outcome") : "Notice_MovedIn_" + data("outcome"), data("title"), texts["Phase_" + data("phase")], data("category")])
        .Kind(Commented, Rhythm.AtOnce, (texts, data, times) => times == 1 ? texts["Notice_CommentedOnce", data("title")] : texts["Notice_Commented", data("title"), times])
        .Kind(Asked, Rhythm.AtOnce, (texts, data, times) => times == 1 ? texts["Notice_AskedOnce", data("title")] : texts["Notice_Asked", data("title"), times])
        .Kind(Replied, Rhythm.AtOnce, (texts, data, times) => times == 1 ? texts["Notice_RepliedOnce", data("title")] : texts["Notice_Replied", data("title"), times])
        .Kind(Moderated, Rhythm.AtOnce, (texts, data, _) => texts[$"Notice_Moderated_{data("outcome")}", texts["YourKind_" + data("kind")], texts["Reason_" + data("reason")]])
        .Kind(ReportDecided, Rhythm.AtOnce, (texts, data, _) => texts["Notice_Report_" + data("outcome"), texts["Kind_" + data("kind")]]);

    private static IServiceCollection Kind(this IServiceCollection services, string name, Rhythm rhythm, Func<IStringLocalizer, Func<string, string>, int, string> sentence) =>
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<IStringLocalizer<IdeaTexts>>();
            return new NoticeKind(name, typeof(IdeaTexts), "Notice_" + name, rhythm, (data, times) => sentence(texts, field => data.GetProperty(field).GetString()!, times));
        });
}
