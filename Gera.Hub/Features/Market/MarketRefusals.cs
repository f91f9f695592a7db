using Gera.Hub.People;

namespace Gera.Hub.Features.Market;

/// <summary>Every "no" about shops and offers.</summary>
public static class MarketRefusals
{
    // A shop's profile
    public static readonly Refusal KindMissing = new("shop_kind_missing", "Bitte wählen Sie, was für ein Betrieb es ist.", "Please choose what kind of business it is.", 400);
    public static readonly Refusal DistrictMissing = new("shop_district_missing", "Bitte wählen Sie den Stadtteil.", "Please choose the district.", 400);
    public static readonly Refusal PostcodeBad = new("shop_postcode_bad", "Bitte geben Sie eine Postleitzahl von Gera an (07545 bis 07557).", "Please give a postcode of Gera (07545 to 07557).", 400);
    public static readonly Refusal PlaceBad = new("shop_place_bad", "Dieser Ort liegt nicht in Gera oder seiner Umgebung.", "This place is not in or around Gera.", 400);
    public static readonly Refusal ContactMissing = new("shop_contact_missing", "Bitte nennen Sie eine Telefonnummer oder eine E-Mail-Adresse, unter der man Sie erreicht.", "Please give a telephone number or an e-mail address at which you can be reached.", 400);
    public static readonly Refusal MailBad = new("shop_mail_bad", "Bitte geben Sie eine vollständige E-Mail-Adresse an.", "Please give a complete e-mail address.", 400);
    public static readonly Refusal WebBad = new("shop_web_bad", "Bitte geben Sie eine Adresse an, die mit https:// beginnt.", "Please give an address that begins with https://.", 400);
    public static readonly Refusal LegalMissing = new("shop_legal_missing", "Ohne vollständige Anbieterangaben dürfen wir Ihren Betrieb nicht zeigen.", "Without complete details of the trader we may not show your business.", 400);

    // What becomes of it
    public static readonly Refusal ReadAgain = new("shop_read_again", "Der Eintrag wurde geändert, während Sie lasen. Bitte lesen Sie ihn noch einmal.", "The entry was changed while you read. Please read it again.");
    public static readonly Refusal NotWaiting = new("shop_not_waiting", "Dieser Betrieb wartet nicht auf eine Prüfung.", "This business is not waiting for review.");
    public static readonly Refusal NotADraft = new("shop_no_draft", "Dieser Betrieb ist schon eingereicht.", "This business has been handed in already.");
    public static readonly Refusal NotOut = new("shop_not_out", "Dieser Betrieb ist nicht veröffentlicht.", "This business is not published.");
    public static readonly Refusal NotSuspended = new("shop_not_suspended", "Dieser Betrieb ist nicht ausgesetzt.", "This business is not suspended.");
    public static readonly Refusal TooMany = new("shop_too_many", "Sie haben schon zehn Betriebe angelegt. Für mehr schreiben Sie uns bitte.", "You have entered ten businesses already. For more, please write to us.");
}
