using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Public meetings stand in the city's calendar. What is for members only is told to nobody there.</summary>
internal sealed class MeetingDates(MeetingBoard board, CityCalendar dates, IStringLocalizer<GroupTexts> texts, IStringLocalizer<GrantTexts> names)
{
    /// <summary>Brings the calendar up to date; once more changes nothing.</summary>
    public async Task<Refusal?> Sync(Guid meeting, Caller caller, CancellationToken stop)
    {
        if (await board.Public(meeting, stop) is not { } about) return null;
        var id = MeetingDesk.DateOf(about.Id);
        if (about.IsCancelled) return await dates.Cancel(id, about.Reason, caller, stop);
        var group = names["Group_" + about.Group].Value;
        var text = about.Facts.Text ?? texts["DateText", group].Value;
        return await dates.Put(id, new CityDate(about.Facts.Title!, text, group, about.Facts.Place, about.Facts.Online, GroupBoard.ThemeOf(about.Group).ToLowerInvariant(), about.Group, about.Facts.Start, about.Facts.End, MeetingBoard.Path(about)), caller, stop);
    }

    public Task<string?> Path(Meeting about, CancellationToken stop) => about.IsPublic ? dates.Path(MeetingDesk.DateOf(about.Id), stop) : Task.FromResult<string?>(null);
}
