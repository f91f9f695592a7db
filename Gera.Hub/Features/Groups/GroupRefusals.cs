using Gera.Hub.People;

namespace Gera.Hub.Features.Groups;

/// <summary>What this room says no to.</summary>
public static class GroupRefusals
{
    // Meetings
    public static readonly Refusal TimesMissing = new("meeting_times_missing", "Bitte nennen Sie Tag, Beginn und Ende.", "Please give day, beginning and end.", 400);
    public static readonly Refusal EndBeforeStart = new("meeting_end_before_start", "Das Ende muss nach dem Beginn liegen, höchstens zwei Tage später.", "The end must come after the beginning, two days later at most.", 400);
    public static readonly Refusal LinkBad = new("meeting_link_bad", "Bitte geben Sie eine Adresse an, die mit https:// beginnt.", "Please give an address that begins with https://.", 400);
    public static readonly Refusal MeetingOff = new("meeting_cancelled", "Dieses Treffen ist abgesagt.", "This meeting is cancelled.");
    public static readonly Refusal MeetingPast = new("meeting_past", "Dieses Treffen ist schon vorbei.", "This meeting is over already.");
    public static readonly Refusal TooManyItems = new("agenda_full", "Eine Tagesordnung hat höchstens 40 Punkte.", "An agenda has 40 items at most.");
    public static readonly Refusal DurationBad = new("agenda_duration_bad", "Bitte nennen Sie eine Dauer von 1 bis 480 Minuten.", "Please give a duration of 1 to 480 minutes.", 400);
    public static readonly Refusal TooManyPolls = new("agenda_polls_full", "Ein Punkt hat höchstens zehn Abstimmungen.", "An item has ten votes at most.", 400);
    public static readonly Refusal KindUnknown = new("agenda_kind_unknown", "Bitte wählen Sie, wie abgestimmt wird.", "Please choose how the vote is taken.", 400);
    public static readonly Refusal NoPolls = new("agenda_no_polls", "Zu diesem Punkt ist keine Abstimmung vorbereitet.", "No vote is prepared for this item.");
    public static readonly Refusal ItemVotedAlready = new("agenda_voted_already", "Über diesen Punkt wurde abgestimmt; das Ergebnis steht im Protokoll.", "This item was voted on; the result stands in the minutes.");
    public static readonly Refusal ItemVoted = new("agenda_item_voted", "Über diesen Punkt wurde schon abgestimmt; er bleibt auf der Tagesordnung.", "This item was put to the vote already; it stays on the agenda.");

    // Tasks and documents
    public static readonly Refusal DueMissing = new("task_due_missing", "Bitte nennen Sie den Tag, bis zu dem es getan sein soll.", "Please give the day by which it shall be done.", 400);
    public static readonly Refusal NotOfGroup = new("task_not_of_group", "Diese Person gehört nicht zur Arbeitsgruppe.", "This person does not belong to the working group.", 400);
    public static readonly Refusal NoPdf = new("group_no_pdf", "Bitte wählen Sie ein PDF mit höchstens 10 MB.", "Please choose a PDF of at most 10 MB.", 400);

    // Minutes
    public static readonly Refusal MinutesEarly = new("minutes_early", "Das Protokoll schreiben Sie, sobald das Treffen begonnen hat.", "You write the minutes once the meeting has begun.");
    public static readonly Refusal MinutesOut = new("minutes_out", "Das Protokoll ist veröffentlicht; die Tagesordnung bleibt, wie sie war.", "The minutes are published; the agenda stays as it was.");
    public static readonly Refusal NothingWritten = new("minutes_nothing_written", "Es gibt nichts Neues zu veröffentlichen.", "There is nothing new to publish.");
    public static readonly Refusal VotesRun = new("minutes_votes_run", "Eine Abstimmung dieses Treffens läuft noch. Bitte beenden Sie zuerst die Sitzung.", "A vote of this meeting still runs. Please end the session first.");
    public static readonly Refusal GuestsBad = new("minutes_guests_bad", "Bitte nennen Sie eine Zahl von 0 bis 5.000.", "Please give a number from 0 to 5,000.", 400);
    public static readonly Refusal DraftOld = new("minutes_draft_old", "Jemand anderes hat am Protokoll geschrieben. Bitte sehen Sie nach; Ihr Text steht noch hier.", "Someone else wrote on the minutes. Please look again; your text is still here.");
}
