namespace Gera.Hub.Shell;

/// <summary>Parts of the city, as people name them. Stored with ideas, events and shops, so a name never changes.</summary>
public static class District
{
    public static readonly IReadOnlyList<string> All =
    [
        "Aga", "Alt-Taubenpreskeln", "Bieblach", "Bieblach-Ost", "Collis", "Cretzschwitz", "Debschwitz", "Dorna", "Dürrenebersdorf", "Ernsee",
        "Falka", "Frankenthal", "Hain", "Heinrichsgrün", "Hermsdorf", "Kaimberg", "Langenberg", "Leumnitz", "Liebschwitz", "Lusan",
        "Milbitz", "Naulitz", "Niebra", "Otticha", "Pforten", "Roben", "Röppisch", "Röpsen", "Roschütz", "Scheubengrobsdorf",
        "Söllmnitz", "Stadtmitte", "Stublach", "Thieschitz", "Thränitz", "Tinz", "Trebnitz", "Untermhaus", "Windischenbernsdorf", "Zwötzen",
    ];
}
