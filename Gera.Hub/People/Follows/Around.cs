using System.Globalization;
using Gera.Hub.Shell;
using Gera.Hub.Shell.Maps;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Follows;

/// <summary>Following what happens around a district: <c>around:Lusan:2</c> is Lusan and two kilometres about it. Nobody's own address is asked for.</summary>
public static class Around
{
    public const string Kind = "around";

    /// <summary>Kilometres to choose from.</summary>
    public static readonly IReadOnlyList<int> Radii = [1, 2, 5];

    public static string Target(string district, int kilometres) => FormattableString.Invariant($"{Kind}:{district}:{kilometres}");

    /// <summary>All targets that cover a place, or the middle of a district where there is no place.</summary>
    public static string[] Covering(double? north, double? east, string? district)
    {
        (double North, double East)? place = north is { } n && east is { } e ? (n, e) : district is not null && MapGround.Districts.TryGetValue(district, out var middle) ? middle : null;
        return [.. from d in MapGround.Districts from radius in Radii
            where d.Key == district || place is { } p && Kilometres(p, d.Value) <= radius
            select Target(d.Key, radius)];
    }

    internal static Followed? Find(IServiceProvider services, string key)
    {
        var parts = key.Split(':');
        return parts is [var district, var text] && District.All.Contains(district) && int.TryParse(text, CultureInfo.InvariantCulture, out var radius) && Radii.Contains(radius)
            ? new Followed(services.GetRequiredService<IStringLocalizer<Notices.NoticeTexts>>()["AroundWhat", district, radius], null)
            : null;
    }

    /// <summary>On a plane that touches the earth here: right to a few metres within the town.</summary>
    private static double Kilometres((double North, double East) a, (double North, double East) b)
    {
        const double perDegree = 111.2;
        var east = (a.East - b.East) * Math.Cos(a.North * Math.PI / 180);
        return perDegree * Math.Sqrt((a.North - b.North) * (a.North - b.North) + east * east);
    }
}
