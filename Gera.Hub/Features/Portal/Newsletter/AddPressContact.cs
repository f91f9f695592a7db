using Gera.Hub.People;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Npgsql;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Puts a journalist on the press list, who asked the press office for it; a mail tells them at once.</summary>
/// <param name="Outlet">At most 120 characters.</param>
public sealed record AddPressContact(string? Address, string? Outlet) : IWish<Guid>;

internal sealed class AddPressContactVerb(Outbox outbox, ReaderCodes codes) : IVerb<AddPressContact, Guid>
{
    /// <summary>Stands where others have the words they agreed to.</summary>
    private const string ByOffice = "press-office";

    public Permission Needs => Permission.Press;

    public async Task<Answer<Guid>> Do(AddPressContact wish, Deed deed)
    {
        if (!MailWriter.TryAddress(wish.Address?.Trim(), out var address)) return NewsletterRefusals.AddressUnreadable;
        if (Text.Check(wish.Outlet, PressList.OutletMost, ("Medium", "outlet")) is { } bad) return bad;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var id = deed.NewId();
        await using var add = new NpgsqlCommand(
            $"""
            insert into portal.readers (id, address, themes, rhythm, language, terms, asked_at, confirmed_at, told_until, outlet) values ($1, $2, $3, {(int)Rhythm.AtOnce}, 'de', '{ByOffice}', $4, $4, $4, $5)
            on conflict (lower(address), (outlet is null)) do nothing
            """, deed.Session.Connection);
        foreach (var value in new object[] { id, address.Address, WorkingGroup.All.ToArray(), deed.Now, Text.Clean(wish.Outlet!) }) add.Parameters.AddWithValue(value);
        if (await add.ExecuteNonQueryAsync(deed.Stop) == 0) return NewsletterRefusals.ContactTaken;
        outbox.Post(deed.Session, new Letter(PressContactMail.Name, new { keep = codes.Keep(id), end = codes.End(id) }, Address: address.Address));
        return id;
    }
}
