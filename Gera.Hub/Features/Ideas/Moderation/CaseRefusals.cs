using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Moderation;

/// <summary>Every "no" about reports and decisions.</summary>
public static class CaseRefusals
{
    public static readonly Refusal ReasonMissing = new("reason_missing", "Bitte wählen Sie einen Grund.", "Please choose a reason.", 400);
    public static readonly Refusal Decided = new("case_decided", "Darüber hat schon jemand entschieden.", "Someone has already decided about this.");
    public static readonly Refusal OwnCase = new("own_case", "Über den eigenen Beitrag entscheidet jemand anderes.", "Someone else decides about your own contribution.", 403);
    public static readonly Refusal NothingToAppeal = new("nothing_to_appeal", "Hier ist nichts ausgeblendet, dem Sie widersprechen könnten.", "Nothing is hidden here that you could appeal against.");
    public static readonly Refusal AppealMade = new("decision_appealed", "Sie haben dieser Entscheidung schon widersprochen.", "You have already appealed against this decision.");
    public static readonly Refusal NoAppeal = new("no_open_appeal", "Hier ist kein Widerspruch offen.", "There is no open appeal here.");
    public static readonly Refusal AnotherDecides = new("second_person_decides", "Über einen Widerspruch entscheidet eine zweite Person, nicht wer zuerst entschieden hat.", "An appeal is decided by a second person, not by whoever decided first.", 403);
}
