using Gera.Hub.People;

namespace Gera.Hub.Features.Halls;

/// <summary>Every "no" of the halls.</summary>
public static class HallRefusals
{
    // Sessions
    public static readonly Refusal AccessUnknown = new("access_unknown", "Bitte wählen Sie, wer abstimmen darf: jede Person mit Code, mit Stimmkarte oder mit Konto.", "Please choose who may vote: anyone with the code, with a voting card, or with an account.", 400);
    public static readonly Refusal GroupUnknown = new("group_unknown", "Diese Arbeitsgruppe gibt es nicht.", "There is no such working group.", 400);
    public static readonly Refusal SessionEnded = new("session_ended", "Diese Sitzung ist beendet.", "This session has ended.");
    public static readonly Refusal PollStillOpen = new("poll_still_open", "Bitte schließen Sie zuerst die laufende Abstimmung.", "Please close the running poll first.");
    public static readonly Refusal OrderIncomplete = new("order_incomplete", "Die Reihenfolge passt nicht zu den vorbereiteten Abstimmungen. Bitte laden Sie neu.", "The order does not fit the prepared polls. Please reload.");

    // Preparing a poll
    public static readonly Refusal KindUnknown = new("kind_unknown", "Bitte wählen Sie eine Art der Abstimmung.", "Please choose a kind of poll.", 400);
    public static readonly Refusal OptionsMissing = new("options_missing", "Bitte geben Sie mindestens zwei Antworten an.", "Please give at least two options.", 400);
    public static readonly Refusal TooManyOptions = new("too_many_options", "Das sind zu viele Antworten: höchstens 60.", "These are too many options: at most 60.", 400);
    public static readonly Refusal OptionsAlike = new("options_alike", "Zwei Antworten sind gleich.", "Two options are the same.", 400);
    public static readonly Refusal MotionNeedsThree = new("motion_needs_three", "Ein Antrag hat genau drei Antworten: Ja, Nein, Enthaltung.", "A motion has exactly three options: yes, no, abstention.", 400);
    public static readonly Refusal TextNotSecret = new("text_not_secret", "Freier Text kann nicht geheim sein: Worte verraten, wer sie schrieb.", "Free text cannot be secret: words tell who wrote them.", 400);
    public static readonly Refusal MajorityOnlyForMotions = new("majority_only_for_motions", "Eine Mehrheitsregel gibt es nur für Anträge.", "Only motions have a majority rule.", 400);
    public static readonly Refusal EntitledUnknown = new("entitled_unknown", "Diese Mehrheit zählt alle Stimmberechtigten. Dafür braucht die Sitzung Stimmkarten.", "This majority counts everyone entitled. The session needs voting cards for that.", 400);
    public static readonly Refusal QuorumOutOfRange = new("quorum_out_of_range", "Das Quorum muss zwischen 1 und 1.000.000 liegen.", "The quorum must be between 1 and 1,000,000.", 400);
    public static readonly Refusal SpreadOutOfRange = new("spread_out_of_range", "Die Punkte müssen zwischen 1 und 1.000 liegen.", "The points must be between 1 and 1,000.", 400);
    public static readonly Refusal MinMaxOutOfRange = new("min_max_out_of_range", "Mindest- und Höchstzahl passen nicht zu den Antworten.", "Minimum and maximum do not fit the options.", 400);
    public static readonly Refusal TooManyPolls = new("too_many_polls", "Eine Sitzung kann höchstens 200 Abstimmungen haben.", "A session can have at most 200 polls.");

    // A text list of polls
    public static readonly Refusal ListQuestionMissing = new("list_question_missing", "Hier fehlt die Frage: Über die Antworten gehört eine Zeile ohne Strich.", "The question is missing: above the options belongs a line without a dash.", 400);
    public static readonly Refusal ListMarkUnknown = new("list_mark_unknown", "Die Angabe in eckigen Klammern ist nicht bekannt. Welche es gibt, steht unter „So schreiben Sie die Liste“.", "What stands in square brackets is not known. What there is stands under \"How to write the list\".", 400);
    public static readonly Refusal ListTextHasOptions = new("list_text_has_options", "Eine Frage mit freiem Text hat keine Antworten zur Auswahl.", "A question with free text has no options to choose from.", 400);
    public static readonly Refusal ListWrong = new("list_wrong", "Die Liste wurde nicht übernommen.", "The list was not taken over.", 400);

    // Running a poll
    public static readonly Refusal AnotherPollOpen = new("another_poll_open", "Es läuft schon eine Abstimmung. Bitte schließen Sie diese zuerst.", "Another poll is open. Please close it first.");
    public static readonly Refusal AlreadyOpened = new("already_opened", "Diese Abstimmung war schon offen und lässt sich nicht mehr ändern.", "This poll has been open and can no longer be changed.");
    public static readonly Refusal NotOpen = new("not_open", "Diese Abstimmung ist nicht offen.", "This poll is not open.");
    public static readonly Refusal NotClosed = new("not_closed", "Diese Abstimmung ist nicht geschlossen.", "This poll is not closed.");
    public static readonly Refusal VotesAreIn = new("votes_are_in", "Es sind schon Stimmen da. Bitte wiederholen Sie die Abstimmung, statt sie wieder zu öffnen.", "Votes are in already. Please repeat the poll instead of reopening it.");
    public static readonly Refusal TooFewEntitled = new("too_few_entitled", "Geheim geht erst ab fünf Stimmberechtigten: Bei weniger ließe sich erraten, wer wie gestimmt hat.", "Secret polls need at least five people entitled: with fewer, one could guess who voted how.");
    public static readonly Refusal CountdownOutOfRange = new("countdown_out_of_range", "Der Countdown muss zwischen 5 Sekunden und 60 Minuten liegen.", "The countdown must be between 5 seconds and 60 minutes.", 400);
    public static readonly Refusal NoCountdown = new("no_countdown", "Es läuft kein Countdown.", "There is no countdown.");
    public static readonly Refusal SecretShowsAfterClose = new("secret_shows_after_close", "Eine geheime Abstimmung zeigt ihr Ergebnis erst nach dem Schluss.", "A secret poll shows its result only after close.");
    public static readonly Refusal MinutesNotYet = new("minutes_not_yet", "Die Niederschrift gibt es, sobald die Veranstaltung beendet ist.", "The minutes are there as soon as the session has ended.");
    public static readonly Refusal RecordNotYet = new("record_not_yet", "Das Protokoll der Zählung gibt es nach dem Schluss der Abstimmung.", "The record of the count is there after the poll has closed.");

    // Voting
    public static readonly Refusal Closed = new("closed", "Diese Abstimmung ist geschlossen. Ihre Stimme kam zu spät.", "This poll is closed. Your vote came too late.");
    public static readonly Refusal AlreadyVoted = new("already_voted", "Sie haben schon abgestimmt. Die Stimme lässt sich hier nicht ändern.", "You have voted already. The vote cannot be changed here.");
    public static readonly Refusal AlreadyRecorded = new("already_recorded", "Ihre Stimme ist schon verwahrt.", "Your vote is already kept.");
    public static readonly Refusal ChoiceInvalid = new("choice_invalid", "Diese Auswahl passt nicht zur Frage.", "This choice does not fit the question.", 400);
    public static readonly Refusal TooFewChoices = new("too_few_choices", "Bitte wählen Sie mehr Antworten aus.", "Please choose more options.", 400);
    public static readonly Refusal TooManyChoices = new("too_many_choices", "Das sind zu viele Antworten.", "These are too many choices.", 400);
    public static readonly Refusal PointsDoNotAddUp = new("points_do_not_add_up", "Sie haben mehr Punkte verteilt, als Sie haben.", "You spread more points than you have.", 400);
    public static readonly Refusal KeyInvalid = new("key_invalid", "Der Schlüssel dieses Versuchs fehlt oder ist zu lang.", "The key of this attempt is missing or too long.", 400);

    // Cards
    public static readonly Refusal CardUnknown = new("card_unknown", "Diese Stimmkarte gilt hier nicht. Bitte prüfen Sie den Code.", "This voting card is not valid here. Please check the code.", 404);
    public static readonly Refusal CardUsed = new("card_used", "Diese Stimmkarte ist schon benutzt.", "This voting card has been used already.");
    public static readonly Refusal CardsNotHere = new("cards_not_here", "Diese Sitzung arbeitet ohne Stimmkarten.", "This session works without voting cards.");
    public static readonly Refusal CardCountOutOfRange = new("card_count_out_of_range", "Bitte geben Sie zwischen 1 und 2.000 Karten an.", "Please ask for 1 to 2,000 cards.", 400);
    public static readonly Refusal ElectorateFixed = new("electorate_fixed", "Während einer Abstimmung bleiben die Stimmkarten, wie sie sind.", "While a poll is open the voting cards stay as they are.");

    // Questions from the floor
    public static readonly Refusal QuestionsOff = new("questions_off", "In dieser Sitzung werden keine Fragen gesammelt.", "This session does not collect questions.");
    public static readonly Refusal TooManyQuestions = new("too_many_questions", "Sie haben schon genug Fragen gestellt. Bitte lassen Sie andere zu Wort kommen.", "You have asked enough questions. Please let others have their say.");
    public static readonly Refusal OwnQuestion = new("own_question", "Die eigene Frage lässt sich nicht unterstützen.", "You cannot support your own question.");
}
