using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Ideas.Pages;

/// <summary>Where a contest stands, in words.</summary>
internal static class PhaseWords
{
    /// <summary>In one line, e.g. "Einreichung bis 30. November 2026, 23:59".</summary>
    public static string Now(Contest contest, IStringLocalizer<IdeaTexts> texts)
    {
        if (contest.IsOver) return texts["ContestOver"];
        if (contest.Windows.Where(w => w.State == WindowState.Open).OrderByDescending(w => w.Phase).FirstOrDefault() is { } open)
            return open.ClosesAt is { } end ? texts[$"Phase_{open.Phase}_Until", Berlin.Words(end)] : texts[$"Phase_{open.Phase}_Open"];
        return contest.Windows.Where(w => w.State == WindowState.Planned && w.OpensAt is not null).MinBy(w => w.OpensAt) is { } next
            ? texts[$"Phase_{next.Phase}_From", Berlin.Words(next.OpensAt!.Value)] : texts["ContestBetween"];
    }

    /// <summary>One window of a category.</summary>
    public static string Of(Window window, IStringLocalizer<IdeaTexts> texts) => window.State switch
    {
        WindowState.Open => window.ClosesAt is { } end ? texts["WindowUntil", Berlin.Words(end)] : texts["WindowOpen"],
        WindowState.Over => texts["WindowOver", Berlin.Words(window.ClosedAt ?? window.ClosesAt ?? default)],
        _ => window.OpensAt is { } begin ? texts["WindowFrom", Berlin.Words(begin)] : texts["WindowPlanned"],
    };
}
