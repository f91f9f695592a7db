using System.Net.Mail;
using System.Text.Json;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Mail;

namespace Gera.Hub.People.Grants;

/// <summary>Offers a role to someone by mail; whoever opens the link with an account and accepts has it.</summary>
/// <param name="Mail">Kept with the invitation until it is used, withdrawn or a week over.</param>
/// <param name="Role">A name out of <see cref="People.Role.All"/>.</param>
/// <param name="For">What the role is for, where it is for something.</param>
/// <param name="Reason">At most 300 characters.</param>
/// <param name="Language">Of the mail: <c>de</c> or <c>en</c>.</param>
public sealed record Invite(string? Mail, string? Role, string? For, string? Reason, string Language = "de") : IWish<Done>;

internal sealed class InviteVerb(ScopeCheck scopes, OneTimeCodes codes, Outbox outbox, RunSettings settings) : IVerb<Invite, Done>
{
    public Permission Needs => Permission.Administer;

    public async Task<Answer<Done>> Do(Invite wish, Deed deed)
    {
        if (Text.Check(wish.Mail, 256, ("E-Mail", "e-mail")) is { } badMail) return badMail;
        if (!MailAddress.TryCreate(wish.Mail!.Trim(), out var mail) || mail.DisplayName.Length > 0) return AccountRefusals.MailInvalid;
        if (await scopes.Look(wish.Role, wish.For, deed.Stop) is { } unknown) return unknown;
        if (Text.Check(wish.Reason, 300, ("Grund", "reason")) is { } bad) return bad;

        var (secret, id, life) = (OneTimeCodes.NewLink(), deed.NewId(), TimeSpan.FromDays(settings.Number(RunSettings.InvitationDays)));
        var offer = new Offer(wish.Role!, wish.For ?? "", Text.Clean(wish.Reason!), mail.Address);
        codes.Make(Offer.Purpose, secret, life, data: JsonSerializer.Serialize(offer, JsonSerializerOptions.Web), by: deed.Person.Id, batch: id).WriteTo(deed);
        var language = wish.Language is "en" ? "en" : "de";
        outbox.Post(deed.Session, new Letter(InvitationMail.Name, new InvitationMail.Told(offer.Role, offer.Scope, secret, deed.Now + life), Address: mail.Address, Language: language, Key: $"invitation:{id}"));
        return new Done();
    }
}

/// <summary>What an invitation offers.</summary>
/// <param name="Mail">Null once it is used, withdrawn or a week over.</param>
public sealed record Offer(string Role, string Scope, string Reason, string? Mail, bool Withdrawn = false)
{
    public const string Purpose = "invitation";

    public static Offer Read(string? data) => JsonSerializer.Deserialize<Offer>(data ?? "{}", JsonSerializerOptions.Web)!;
}
