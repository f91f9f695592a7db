using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas;

/// <summary>Every "no" about ideas and contests.</summary>
public static class IdeaRefusals
{
    // Supporting
    public static readonly Refusal OwnIdea = new("own_idea", "Die eigene Idee können Sie nicht unterstützen.", "You cannot support your own idea.");
    public static readonly Refusal NotSupportable = new("not_supportable", "Diese Idee kann nicht mehr unterstützt werden.", "This idea can no longer be supported.");
    public static readonly Refusal SupportClosed = new("support_closed", "Die Zeit zum Unterstützen ist gerade nicht offen.", "Supporting is not open at the moment.");

    public static readonly Refusal IsMerged = new("is_merged", "Diese Idee ist mit einer anderen zusammengefasst. Bitte unterstützen Sie die gemeinsame.", "This idea has been merged with another. Please support the joint one.");

    // Merging
    public static readonly Refusal SameIdea = new("same_idea", "Bitte nennen Sie eine andere Idee.", "Please name another idea.", 400);
    public static readonly Refusal OtherContest = new("other_contest", "Zusammenfassen lassen sich nur Ideen desselben Wettbewerbs.", "Only ideas of the same contest can be merged.");
    public static readonly Refusal NotMergeable = new("not_mergeable", "Diese beiden Ideen lassen sich nicht zusammenfassen: Eine ist nicht veröffentlicht oder schon zusammengefasst.", "These two ideas cannot be merged: one is not published or already merged.");
    public static readonly Refusal NotMerged = new("not_merged", "Diese Idee ist mit keiner anderen zusammengefasst.", "This idea is not merged with another.");
    public static readonly Refusal NotSupporting = new("not_supporting", "Sie unterstützen diese Idee nicht.", "You do not support this idea.");

    public static readonly Refusal PartsBad = new("parts_bad", "Bitte schreiben Sie zwei bis fünf Teile, jeden mit Titel.", "Please write two to five parts, each with a title.", 400);
    public static readonly Refusal SameContest = new("same_contest", "Die Idee ist schon in diesem Wettbewerb.", "The idea is already in this contest.");
    public static readonly Refusal AlreadyCarried = new("already_carried", "Die Idee wurde schon in diesen Wettbewerb übernommen.", "The idea has already been carried over into this contest.");
    public static readonly Refusal CarryClosed = new("carry_closed", "Dieser Wettbewerb nimmt gerade keine Ideen an.", "This contest takes no ideas at the moment.");

    // Answering
    public static readonly Refusal StatusUnknown = new("status_unknown", "Bitte wählen Sie einen Stand.", "Please choose a status.", 400);
    public static readonly Refusal NothingPrepared = new("nothing_prepared", "Zu dieser Idee ist keine Antwort vorbereitet.", "No answer has been prepared for this idea.");

    // Points
    public static readonly Refusal PointsClosed = new("points_closed", "Die Abstimmung mit Punkten ist gerade nicht offen.", "The vote with points is not open at the moment.");
    public static readonly Refusal PointsOutOfRange = new("points_out_of_range", "Bitte verteilen Sie nicht mehr Punkte, als Sie haben, und nicht mehr auf eine Idee, als erlaubt ist.", "Please spread no more points than you have, and no more on one idea than allowed.", 400);

    // Handing in
    public static readonly Refusal SubmissionClosed = new("submission_closed", "Hier können zurzeit keine Ideen eingereicht werden. Ihr Entwurf bleibt gespeichert.", "Ideas cannot be handed in here at the moment. Your draft stays saved.");
    public static readonly Refusal CategoryMissing = new("category_missing", "Bitte wählen Sie eine Kategorie.", "Please choose a category.", 400);
    public static readonly Refusal AgeMissing = new("age_missing", "Bitte sagen Sie, ob Sie alt genug sind oder für Kinder einreichen.", "Please say whether you are old enough or hand in for children.", 400);
    public static readonly Refusal ThemeMissing = new("theme_missing", "Bitte wählen Sie ein Thema.", "Please choose a theme.", 400);
    public static readonly Refusal DistrictUnknown = new("district_unknown", "Diesen Stadtteil gibt es nicht.", "There is no such district.", 400);
    public static readonly Refusal PlaceBad = new("place_bad", "Dieser Ort liegt nicht in Gera oder seiner Umgebung.", "This place is not in or around Gera.", 400);
    public static readonly Refusal NameMissing = new("name_missing", "Bitte geben Sie den Namen an, unter dem die Idee erscheinen soll.", "Please give the name the idea shall appear under.", 400);
    public static readonly Refusal TooManyDrafts = new("too_many_drafts", "Sie haben schon 20 Entwürfe. Bitte löschen Sie zuerst einen.", "You already have 20 drafts. Please delete one first.");
    public static readonly Refusal AlreadyGone = new("already_gone", "Diese Idee wurde schon zurückgezogen.", "This idea has already been withdrawn.");
    public static readonly Refusal Frozen = new("frozen", "Über diese Idee wird schon abgestimmt oder entschieden; sie lässt sich nicht mehr ändern.", "This idea is being voted on or decided; it can no longer be changed.");
    public static readonly Refusal VersionOld = new("version_old", "Die Idee wurde inzwischen geändert. Bitte sehen Sie die neue Fassung an; Ihr Text steht noch hier.", "The idea has been changed meanwhile. Please look at the new version; your text is still here.");

    // Contests
    public static readonly Refusal ContestKeyBad = new("contest_key_bad", "Der Kurzname darf nur kleine Buchstaben, Ziffern und Bindestriche enthalten.", "The short name may only hold lower case letters, digits and hyphens.", 400);
    public static readonly Refusal ContestKeyTaken = new("contest_key_taken", "Diesen Kurznamen hat schon ein anderer Wettbewerb.", "Another contest already has this short name.");
    public static readonly Refusal CategoriesBad = new("categories_bad", "Ein Wettbewerb braucht 1 bis 40 Kategorien mit verschiedenen Kurznamen.", "A contest needs 1 to 40 categories with different short names.", 400);
    public static readonly Refusal WindowMissing = new("window_missing", "Jede Kategorie braucht eine Zeit für die Einreichung.", "Each category needs a time for submission.", 400);
    public static readonly Refusal WindowBad = new("window_bad", "Das Ende einer Phase muss nach ihrem Beginn liegen.", "A phase must end after it begins.", 400);
    public static readonly Refusal WindowPast = new("window_past", "Dieses Ende liegt schon zurück. Schließen Sie die Phase von Hand.", "This end lies in the past. Close the phase by hand.", 400);
    public static readonly Refusal PhaseOver = new("phase_over", "Diese Phase ist schon beendet.", "This phase is over.");
    public static readonly Refusal AlreadyRevealed = new("already_revealed", "Die Ideen dieser Kategorie sind schon veröffentlicht; die Einreichung lässt sich nicht wieder öffnen.", "The ideas of this category have been revealed; submission cannot be opened again.");
    public static readonly Refusal LimitBad = new("limit_bad", "Diese Grenze liegt außerhalb des Erlaubten.", "This limit is out of range.", 400);
    public static readonly Refusal PointsBad = new("points_bad", "Für die Abstimmung braucht es 1 bis 1.000 Punkte je Person und höchstens so viele je Idee.", "The vote needs 1 to 1,000 points per person and at most as many per idea.", 400);

    public static readonly Refusal NumbersBad = new("numbers_bad", "Bitte nennen Sie Nummern veröffentlichter Ideen dieses Wettbewerbs, jede einmal.", "Please name numbers of published ideas of this contest, each once.", 400);
    public static readonly Refusal DayAhead = new("day_ahead", "Dieser Tag liegt in der Zukunft.", "This day lies in the future.", 400);
    public static readonly Refusal SealFixed = new("seal_fixed", "Es sind schon Ideen eingereicht: Ob sie versiegelt und anonym sind, lässt sich nicht mehr ändern.", "Ideas have been handed in: whether they are sealed and anonymous can no longer be changed.");

    public static Refusal SupportsUsed(int most) => new("supports_used",
        $"Sie haben in diesem Wettbewerb schon {most} Ideen unterstützt. Nehmen Sie eine Unterstützung zurück, um diese zu unterstützen.",
        $"You have already supported {most} ideas in this contest. Withdraw one support to support this one.");
}
