namespace Gera.Hub.People.Grants;

/// <summary>Every "no" of roles, blocks, invitations, resident codes and settings.</summary>
public static class GrantRefusals
{
    // Roles
    public static readonly Refusal RoleUnknown = new("role_unknown", "Diese Rolle gibt es nicht.", "There is no such role.", 400);
    public static readonly Refusal ScopeUnknown = new("scope_unknown", "Wofür die Rolle gelten soll, gibt es nicht. Bitte wählen Sie es aus der Liste.", "What the role is meant for does not exist. Please choose it from the list.", 400);
    public static readonly Refusal RoleHeld = new("role_held", "Diese Rolle hat das Konto schon.", "The account has this role already.");
    public static readonly Refusal LastAdministrator = new("last_administrator", "Das ist das letzte Konto, das die Verwaltung öffnen kann. Geben Sie zuerst jemand anderem die Rolle.", "This is the last account that can open the administration. Give the role to someone else first.");
    public static readonly Refusal OwnAccount = new("own_account", "Das geht nicht mit dem eigenen Konto.", "That cannot be done to your own account.");
    public static readonly Refusal NoSecondFactor = new("no_second_factor", "Dieses Konto hat weder einen zweiten Faktor noch Passkeys.", "This account has neither a second factor nor passkeys.");

    // Blocks
    public static readonly Refusal StaffNotBlocked = new("staff_not_blocked", "Wer eine Aufgabe im Hub hat, kann nur von der Administration gesperrt werden.", "Only an administrator can block someone who has a role in the hub.", 403);
    public static readonly Refusal BlockEndOver = new("block_end_over", "Das Ende der Sperre muss in der Zukunft liegen, höchstens fünf Jahre.", "The end of the block must lie in the future, five years at most.", 400);
    public static readonly Refusal BlockRuns = new("block_runs", "Dieses Konto ist schon gesperrt.", "This account is blocked already.");
    public static readonly Refusal BlockOver = new("block_over", "Diese Sperre ist schon beendet.", "This block is over already.");
    public static readonly Refusal AppealMade = new("appeal_made", "Sie haben dieser Sperre schon widersprochen. Die Antwort kommt per E-Mail.", "You have appealed against this block already. The answer comes by e-mail.");
    public static readonly Refusal NoAppeal = new("no_appeal", "Zu dieser Sperre gibt es keinen offenen Widerspruch.", "There is no open appeal against this block.");
    public static readonly Refusal AnotherDecides = new("another_decides", "Über den Widerspruch entscheidet jemand anderes als die Person, die gesperrt hat.", "Someone other than the person who blocked decides on the appeal.", 403);

    // Invitations and resident codes
    public static readonly Refusal CodesOutOfRange = new("codes_out_of_range", "Bitte geben Sie zwischen 1 und 500 Codes an.", "Please ask for 1 to 500 codes.", 400);
    public static readonly Refusal NothingToWithdraw = new("nothing_to_withdraw", "Davon ist nichts mehr offen.", "None of these are open any more.");
    public static readonly Refusal AlreadyResident = new("already_resident", "Für dieses Konto ist schon bestätigt, dass Sie in Gera wohnen. Der Code bleibt unbenutzt.", "This account is confirmed as living in Gera already. The code stays unused.");

    // Settings
    public static readonly Refusal SettingOutOfRange = new("setting_out_of_range", "Dieser Wert ist für die Einstellung nicht möglich.", "The setting cannot have this value.", 400);
}
