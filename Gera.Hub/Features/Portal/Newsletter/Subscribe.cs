using System.Globalization;
using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Npgsql;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Asks for announcements by mail; they come once the link in a mail was used (double opt-in). Nobody learns from the answer whether an address is known.</summary>
/// <param name="Themes">Keys of working groups; announcements for the whole city always come.</param>
/// <param name="Outlet">Whom a journalist writes for, at most 120 characters: asks for the press list, where everything comes at once. Null: the newsletter.</param>
/// <param name="Consent">To getting mails, by the words of <see cref="SubscribeVerb.Terms"/>.</param>
public sealed record Subscribe(string? Address, IReadOnlyList<string> Themes, Rhythm Rhythm, bool Consent, string? Outlet = null) : IWish<Done>;

internal sealed class SubscribeVerb(Outbox outbox, ReaderCodes codes) : IVerb<Subscribe, Done>
{
    /// <summary>Which words were agreed to; raised when they change.</summary>
    public const string Terms = "2026-11";

    /// <summary>So long nobody is written to again about the same wish.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(20, 300, TimeSpan.FromHours(1));

    public async Task<Answer<Done>> Do(Subscribe wish, Deed deed)
    {
        if (!MailWriter.TryAddress(wish.Address?.Trim(), out var address)) return NewsletterRefusals.AddressUnreadable;
        if (wish.Outlet is not null && Text.Check(wish.Outlet, PressList.OutletMost, ("Medium", "outlet")) is { } bad) return bad;
        if (Readers.Themes(wish.Themes) is not { Length: > 0 } themes || wish.Rhythm is not (Rhythm.AtOnce or Rhythm.Daily or Rhythm.Weekly)) return NewsletterRefusals.NoTheme;
        if (!wish.Consent) return NewsletterRefusals.ConsentMissing;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "de";
        await using var ask = new NpgsqlCommand(
            """
            insert into portal.readers as r (id, address, themes, rhythm, language, terms, asked_at, told_until, outlet) values ($1, $2, $3, $4, $5, $6, $7, $7, $9)
            on conflict (lower(address), (outlet is null)) do update set asked_at = $7,
                themes = case when r.confirmed_at is null then excluded.themes else r.themes end, rhythm = case when r.confirmed_at is null then excluded.rhythm else r.rhythm end
                where r.asked_at < $8
            returning id, confirmed_at is not null
            """, deed.Session.Connection);
        foreach (var value in new object[] { deed.NewId(), address.Address, themes, (short)wish.Rhythm, language, Terms, deed.Now, deed.Now - Quiet }) ask.Parameters.AddWithValue(value);
        ask.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = wish.Outlet is null ? null : Text.Clean(wish.Outlet) });
        await using (var reader = await ask.ExecuteReaderAsync(deed.Stop))
        {
            if (!await reader.ReadAsync(deed.Stop)) return new Done();
            var (id, isKnown) = (reader.GetGuid(0), reader.GetBoolean(1));
            await reader.DisposeAsync();
            outbox.Post(deed.Session, isKnown ? new Letter(KnownReaderMail.Name, new { link = codes.Keep(id) }, Address: address.Address, Language: language) : new Letter(ConfirmReaderMail.Name, new { link = codes.Confirm(id) }, Address: address.Address, Language: language));
        }
        return new Done();
    }
}

/// <summary>What readers can choose.</summary>
internal static class Readers
{
    /// <summary>Those that exist, each once.</summary>
    public static string[] Themes(IEnumerable<string> typed) => [.. WorkingGroup.All.Where(typed.Contains)];
}
