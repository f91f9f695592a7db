using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Every "no" of the press desk.</summary>
public static class PressRefusals
{
    public static readonly Refusal NotInReview = new("not_in_review", "Diese Meldung wartet gerade auf keine Freigabe.", "This announcement is not waiting for approval.");
    public static readonly Refusal OwnWords = new("own_words", "Wer an einer Meldung geschrieben hat, kann sie nicht freigeben. Bitten Sie eine zweite Person.", "Whoever wrote an announcement cannot approve it. Please ask a second person.");
    public static readonly Refusal NotADraft = new("not_a_draft", "Diese Meldung ist kein Entwurf mehr.", "This announcement is no longer a draft.");
    public static readonly Refusal NotApproved = new("not_approved", "Diese Meldung ist noch nicht freigegeben.", "This announcement has not been approved yet.");
    public static readonly Refusal AlreadyOut = new("already_out", "Diese Meldung ist schon veröffentlicht.", "This announcement has already been published.");
    public static readonly Refusal NotOut = new("not_out", "Diese Meldung ist nicht veröffentlicht.", "This announcement is not published.");
    public static readonly Refusal IsScheduled = new("is_scheduled", "Diese Meldung ist eingeplant. Nehmen Sie sie aus dem Plan, bevor Sie sie ändern.", "This announcement is scheduled. Take it out of the plan before changing it.");
    public static readonly Refusal TextMoved = new("text_moved", "Jemand anders hat die Meldung inzwischen geändert. Ihr Text steht noch hier; bitte gleichen Sie ihn mit der neuen Fassung ab.", "Somebody else has changed the announcement meanwhile. Your text is still here; please compare it with the new version.");
    public static readonly Refusal ThemeUnknown = new("theme_unknown", "Bitte wählen Sie ein Thema aus der Liste.", "Please choose a theme from the list.", 400);
    public static readonly Refusal MomentPast = new("moment_past", "Dieser Zeitpunkt liegt mehr als zehn Minuten zurück. Bitte wählen Sie einen späteren oder veröffentlichen Sie sofort.", "This moment is more than ten minutes ago. Please choose a later one or publish at once.", 400);
    public static readonly Refusal MomentFar = new("moment_far", "Bitte planen Sie höchstens ein Jahr voraus.", "Please plan at most a year ahead.", 400);
    public static readonly Refusal UntilBad = new("until_bad", "Ein Sperrfrist-Link gilt mindestens eine Stunde und höchstens 60 Tage.", "An embargo link is good for at least an hour and at most 60 days.", 400);
    public static readonly Refusal NothingToPreview = new("nothing_to_preview", "Einen Sperrfrist-Link gibt es erst für eine freigegebene Meldung, und nur bis sie veröffentlicht ist.", "An embargo link exists only for an approved announcement, and only until it is published.");
    public static readonly Refusal PictureUnreadable = new("press_picture_unreadable", "Dieses Bild können wir nicht lesen. Bitte nehmen Sie JPEG, PNG oder WebP.", "We cannot read this picture. Please use JPEG, PNG or WebP.", 400);
    public static readonly Refusal PictureTooLarge = new("press_picture_too_large", "Das Bild ist zu groß: höchstens 15 MB und 40 Megapixel.", "The picture is too large: at most 15 MB and 40 megapixels.", 400);
    public static readonly Refusal PictureMissing = new("press_picture_missing", "Bitte wählen Sie ein Bild aus.", "Please choose a picture.", 400);
    public static readonly Refusal TooManyPictures = new("too_many_press_pictures", "Eine Meldung trägt höchstens zwölf Bilder.", "An announcement carries at most twelve pictures.");
}
