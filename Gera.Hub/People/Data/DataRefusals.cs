namespace Gera.Hub.People.Data;

/// <summary>Every "no" of the pages about one's own data.</summary>
public static class DataRefusals
{
    public static readonly Refusal MailDiffers = new("mail_differs", "Das ist nicht die E-Mail-Adresse dieses Kontos.", "This is not the e-mail address of this account.", 400);
    public static readonly Refusal PasswordWrong = new("password_wrong", "Das Passwort stimmt nicht.", "The password is not right.", 400);
    public static readonly Refusal LogInTooOld = new("log_in_too_old", "Bitte melden Sie sich ab und neu an, und versuchen Sie es dann gleich noch einmal.", "Please log out, log in again, and try again at once.", 403);
    public static readonly Refusal SeatTaken = new("seat_claimed", "Diese Teilnahme gehört schon zu einem Konto.", "This participation already belongs to an account.");
    public static readonly Refusal SeatTooLate = new("seat_too_late", "Eine Teilnahme lässt sich nur mit einem Konto übernehmen, das spätestens 24 Stunden danach eröffnet wurde.", "Participation can only be taken over with an account opened within 24 hours of it.");
}
