namespace Gera.Hub.People;

/// <summary>Keys of the five working groups of the city's Smart City project. Stored in events and grants, so they never change.</summary>
public static class WorkingGroup
{
    public static readonly string[] All = ["wirtschaft", "bildung", "energie", "stadt", "buerger"];
}
