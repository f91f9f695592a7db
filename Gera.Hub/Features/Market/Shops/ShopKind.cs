using System.Globalization;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>A kind of business with the words people use for it; keys are stored and part of addresses, so they never change.</summary>
/// <param name="Group">handel, essen, handwerk or dienst.</param>
/// <param name="Synonyms">What else people type, separated by spaces.</param>
public sealed record ShopKind(string Key, string Group, string German, string English, string Synonyms)
{
    public static readonly IReadOnlyList<string> Groups = ["handel", "essen", "handwerk", "dienst"];

    public static readonly IReadOnlyList<ShopKind> All =
    [
        new("baeckerei", "essen", "Bäckerei", "Bakery", "Bäcker Brot Brötchen Kuchen Backwaren Konditor"),
        new("metzgerei", "essen", "Fleischerei", "Butcher", "Metzgerei Metzger Fleischer Wurst Fleisch Schlachter Imbiss"),
        new("cafe", "essen", "Café und Eis", "Café and ice cream", "Kaffee Kaffeehaus Eisdiele Eiscafé Torte Konditorei"),
        new("gaststaette", "essen", "Gaststätte und Restaurant", "Restaurant", "Restaurant Wirtshaus Kneipe Essen Mittagstisch Gasthof"),
        new("imbiss", "essen", "Imbiss", "Snack bar", "Bratwurst Döner Suppe Schnellimbiss Mittag"),
        new("hofladen", "essen", "Hofladen und Gemüse", "Farm shop and greengrocer", "Obst Gemüse Bauernhof Eier Käse Honig regional Bio"),
        new("getraenke", "essen", "Wein und Getränke", "Wine and beverages", "Weinhandlung Bier Brauerei Saft Tee Spirituosen"),
        new("buch", "handel", "Buchhandlung", "Bookshop", "Bücher Buchladen Antiquariat Lesen Zeitschriften"),
        new("mode", "handel", "Mode", "Fashion", "Kleidung Bekleidung Kinderkleidung Boutique Textilien"),
        new("schuhe", "handel", "Schuhe und Leder", "Shoes and leather", "Schuhladen Taschen Lederwaren"),
        new("blumen", "handel", "Blumen und Garten", "Flowers and garden", "Florist Blumenladen Gärtnerei Pflanzen Strauß"),
        new("spielwaren", "handel", "Spielwaren", "Toys", "Spielzeug Kinder Puppen Modellbahn"),
        new("fahrrad", "handel", "Fahrräder", "Bicycles", "Fahrradladen Rad E-Bike Fahrradwerkstatt Reparatur"),
        new("schreibwaren", "handel", "Schreibwaren und Geschenke", "Stationery and gifts", "Papier Stifte Geschenke Schulbedarf Post"),
        new("haushalt", "handel", "Haushalt und Einrichtung", "Household and furniture", "Möbel Küche Geschirr Lampen Dekoration"),
        new("technik", "handel", "Technik und Telefon", "Electronics and phones", "Elektronik Computer Handy Fernseher Smartphone"),
        new("musik", "handel", "Musik und Instrumente", "Music and instruments", "Noten Gitarre Schallplatten Klavier"),
        new("secondhand", "handel", "Gebrauchtes", "Second hand", "Secondhand Trödel Antik Flohmarkt"),
        new("apotheke", "dienst", "Apotheke und Sanitätshaus", "Pharmacy and medical supplies", "Medikamente Arznei Sanitätshaus Gesundheit"),
        new("optik", "dienst", "Augenoptik und Hörakustik", "Optician and hearing aids", "Optiker Brille Kontaktlinsen Hörgerät Akustiker"),
        new("friseur", "dienst", "Friseur", "Hairdresser", "Haare Frisör Barbier Haarschnitt Salon"),
        new("kosmetik", "dienst", "Kosmetik und Fußpflege", "Cosmetics and foot care", "Nagelstudio Massage Wellness Fusspflege"),
        new("reinigung", "dienst", "Reinigung und Änderungsschneiderei", "Cleaning and alterations", "Schneider Näherei Wäscherei Wäsche"),
        new("sport", "dienst", "Sport und Freizeit", "Sport and leisure", "Fitness Tanzschule Yoga Kletterhalle"),
        new("reise", "dienst", "Reisebüro", "Travel agency", "Urlaub Reisen Bahn Tickets"),
        new("druck", "dienst", "Druck und Werbung", "Printing and advertising", "Druckerei Copyshop Kopien Grafik Fotograf Foto"),
        new("tischlerei", "handwerk", "Tischlerei", "Joinery", "Tischler Schreiner Holz Möbelbau"),
        new("schlosserei", "handwerk", "Schlosserei und Metallbau", "Metalwork", "Schlüssel Schlüsseldienst Metall Schmied"),
        new("elektro", "handwerk", "Elektro und Heizung", "Electrical and heating", "Elektriker Klempner Sanitär Installateur Heizung Solar"),
        new("maler", "handwerk", "Maler und Raumausstatter", "Painter and decorator", "Farbe Tapete Bodenleger Polster Gardinen"),
        new("uhren", "handwerk", "Uhren und Schmuck", "Watches and jewellery", "Juwelier Uhrmacher Goldschmied Ringe"),
        new("schuhmacher", "handwerk", "Schuhmacherei", "Cobbler", "Schuster Schuhreparatur Absätze"),
        new("keramik", "handwerk", "Keramik und Kunsthandwerk", "Pottery and crafts", "Töpferei Töpfer Kunst Glas Kerzen"),
    ];

    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : German;

    /// <summary>Every word it may be found by.</summary>
    public string Everything => $"{German} {English} {Synonyms}";

    public static ShopKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}
