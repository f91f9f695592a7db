using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>What only a form can get wrong; programs that speak the contract never see these.</summary>
internal static class ScreenRefusals
{
    public static readonly Refusal FormTooOld = new("form_too_old", "Dieses Formular war zu lange offen. Bitte senden Sie es noch einmal.", "This form was open for too long. Please send it again.", 400);
    public static readonly Refusal PlacesShared = new("places_shared", "Ein Platz ist doppelt vergeben. Bitte geben Sie jeden Platz nur einmal.", "A place is given twice. Please give each place only once.", 400);
    public static readonly Refusal CodeUnknown = new("code_unknown", "Diesen Code gibt es nicht. Bitte vergleichen Sie ihn mit dem Code an der Leinwand.", "There is no such code. Please compare it with the code on the wall.", 404);
}
