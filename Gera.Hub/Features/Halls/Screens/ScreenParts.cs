using Gera.Hub.Shell;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>What the screens bring along: their queries, a link in the header, a section of the home page.</summary>
internal static class ScreenParts
{
    public static void AddScreens(this IServiceCollection services)
    {
        services.AddSingleton<MyBallots>().AddSingleton<VoterDesk>().AddSingleton<OpenHalls>();
        services.AddSingleton(new HomeSection(typeof(NowInHall), 10) { Texts = typeof(ScreenTexts), TextKey = "NowTitle" });
        services.AddSingleton(new GroupSection(typeof(GroupHalls), 10));
        services.AddSingleton(new NavEntry("/live", "NavHall", typeof(ScreenTexts), 10));
    }
}
