namespace Gera.Hub.Shell.Maps;

/// <summary>
/// The plain ground of the hub's map: where the districts lie around the city's middle and how the Weiße Elster runs through them. Drawn by hand,
/// schematic, right to about a kilometre: good for showing "in Lusan", not for measuring. WGS 84, degrees.
/// </summary>
internal static class MapGround
{
    public static readonly IReadOnlyDictionary<string, (double North, double East)> Districts = new Dictionary<string, (double, double)>(StringComparer.Ordinal)
    {
        ["Aga"] = (50.962, 12.088),
        ["Alt-Taubenpreskeln"] = (50.832, 12.086),
        ["Bieblach"] = (50.900, 12.078),
        ["Bieblach-Ost"] = (50.905, 12.097),
        ["Collis"] = (50.857, 12.122),
        ["Cretzschwitz"] = (50.944, 12.112),
        ["Debschwitz"] = (50.866, 12.071),
        ["Dorna"] = (50.933, 12.138),
        ["Dürrenebersdorf"] = (50.847, 12.030),
        ["Ernsee"] = (50.893, 12.038),
        ["Falka"] = (50.820, 12.142),
        ["Frankenthal"] = (50.878, 12.010),
        ["Hain"] = (50.962, 12.116),
        ["Heinrichsgrün"] = (50.866, 12.052),
        ["Hermsdorf"] = (50.952, 12.062),
        ["Kaimberg"] = (50.855, 12.149),
        ["Langenberg"] = (50.937, 12.070),
        ["Leumnitz"] = (50.881, 12.117),
        ["Liebschwitz"] = (50.822, 12.108),
        ["Lusan"] = (50.849, 12.062),
        ["Milbitz"] = (50.908, 12.036),
        ["Naulitz"] = (50.875, 12.190),
        ["Niebra"] = (50.834, 12.186),
        ["Otticha"] = (50.841, 12.160),
        ["Pforten"] = (50.864, 12.093),
        ["Roben"] = (50.947, 12.042),
        ["Röppisch"] = (50.830, 12.062),
        ["Röpsen"] = (50.924, 12.120),
        ["Roschütz"] = (50.915, 12.104),
        ["Scheubengrobsdorf"] = (50.884, 12.028),
        ["Söllmnitz"] = (50.948, 12.146),
        ["Stadtmitte"] = (50.879, 12.083),
        ["Stublach"] = (50.927, 12.048),
        ["Thieschitz"] = (50.899, 12.016),
        ["Thränitz"] = (50.871, 12.158),
        ["Tinz"] = (50.912, 12.074),
        ["Trebnitz"] = (50.897, 12.128),
        ["Untermhaus"] = (50.886, 12.062),
        ["Windischenbernsdorf"] = (50.867, 12.028),
        ["Zwötzen"] = (50.845, 12.095),
    };

    /// <summary>The Weiße Elster from south to north.</summary>
    public static readonly IReadOnlyList<(double North, double East)> River =
    [
        (50.795, 12.122), (50.812, 12.112), (50.826, 12.104), (50.838, 12.094), (50.850, 12.084), (50.862, 12.082), (50.872, 12.074), (50.880, 12.072),
        (50.887, 12.066), (50.897, 12.062), (50.908, 12.064), (50.920, 12.060), (50.934, 12.060), (50.948, 12.053), (50.966, 12.045), (50.985, 12.040),
    ];
}
