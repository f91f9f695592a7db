namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>A member was at a meeting. Leaders see who; minutes say only how many.</summary>
public sealed record Attendee(string Id, Guid Meeting, Guid Person)
{
    public static string Key(Guid meeting, Guid person) => $"{meeting}:{person}";
}
