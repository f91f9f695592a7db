using System.Security.Cryptography;
using Gera.Hub.People;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;

namespace Gera.Hub.Features.Portal.Pages;

/// <summary>Writes to the city, of a barrier or anything else; nobody needs an account for that.</summary>
/// <param name="Where">Which page or what about, at most 300 characters, or nothing.</param>
/// <param name="Words">At most 5,000 characters.</param>
/// <param name="Mail">Where the answer goes, or nothing.</param>
public sealed record GiveFeedback(FeedbackKind Kind, string? Where, string? Words, string? Mail, string Language) : IWish<FeedbackTaken>;

/// <param name="Reference">For paper and telephone.</param>
/// <param name="Secret">End of the link that shows the answer; told once.</param>
public sealed record FeedbackTaken(string Reference, string Secret);

internal sealed class GiveFeedbackVerb(Outbox outbox) : IVerb<GiveFeedback, FeedbackTaken>
{
    internal const string Purpose = "feedback";

    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(5, 20, TimeSpan.FromMinutes(10));

    public Task<Answer<FeedbackTaken>> Do(GiveFeedback wish, Deed deed) => Task.FromResult(Take(wish, deed));

    private Answer<FeedbackTaken> Take(GiveFeedback wish, Deed deed)
    {
        if (People.Text.Check(wish.Where, Feedback.WhereMost, ("Betreff", "subject"), required: false) is { } bad) return bad;
        if (People.Text.Check(wish.Words, Feedback.WordsMost, ("Nachricht", "message")) is { } worse) return worse;
        if (!Enum.IsDefined(wish.Kind)) return Refusals.Malformed;
        var mail = string.IsNullOrWhiteSpace(wish.Mail) ? null : wish.Mail.Trim();
        if (mail is not null && AccountRules.Mail(mail) is { } invalid) return invalid;
        var taken = new FeedbackTaken((wish.Kind == FeedbackKind.Barrier ? "BF-" : "NA-") + RandomNumberGenerator.GetString(OneTimeCodes.Letters, 8), OneTimeCodes.NewLink());
        var feedback = new Feedback(deed.NewId(), wish.Kind, taken.Reference, Hash(taken.Secret), People.Text.Clean(wish.Where ?? "").ReplaceLineEndings(" "), People.Text.Clean(wish.Words!), mail,
            wish.Language == Shell.Language.English ? Shell.Language.English : Shell.Language.German, deed.Now);
        deed.Session.Insert(feedback);
        if (mail is not null) outbox.Post(deed.Session, new Letter(FeedbackMails.Taken, new { reference = taken.Reference, code = taken.Secret }, Address: mail, Language: feedback.Language));
        return taken;
    }

    internal static string Hash(string secret) => Convert.ToHexString(OneTimeCodes.Hash(Purpose, secret));
}
