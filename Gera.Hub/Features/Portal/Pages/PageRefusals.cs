using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Every "no" about pages and what people write to the city.</summary>
public static class PageRefusals
{
    public static readonly Refusal Changed = new("page_changed", "Jemand anderes hat diese Seite inzwischen geändert. Ihr Text steht noch im Feld; bitte vergleichen Sie ihn mit der neuen Fassung.", "Someone else has changed this page meanwhile. Your text is still in the field; please compare it with the new version.");
    public static readonly Refusal Same = new("page_same", "An diesem Text hat sich nichts geändert; es gibt keine neue Fassung.", "Nothing has changed in this text; there is no new version.");
    public static readonly Refusal Answered = new("feedback_answered", "Diese Rückmeldung ist schon beantwortet.", "This feedback has been answered already.");
}
