using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using IDocumentSession = Marten.IDocumentSession;

namespace Gera.Hub.People.Data;

/// <summary>What the hub keeps of an account itself.</summary>
internal sealed class PeopleData(PeopleDb people) : IPersonalData
{
    public string Section => "account";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(HubUser), typeof(SignIn), typeof(Consent), typeof(Grant), typeof(Block), typeof(OneTimeCode), typeof(StaffDeed), typeof(Setting), typeof(OutgoingMail), typeof(PersonalNotice), typeof(NoticeRule),
        typeof(Follow), typeof(PersonKey), typeof(SeatClaim), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>), typeof(IdentityUserPasskey<Guid>),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        if (await people.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == person, stop) is not { } user) return null;
        return Json(new
        {
            user.Id,
            user.Email,
            user.DisplayName,
            user.Language,
            user.CreatedAt,
            user.ResidentSince,
            user.PhoneNumber,
            HasPassword = user.PasswordHash is not null,
            HasSecondFactor = user.TwoFactorEnabled,
            Passkeys = (await people.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == person).ToListAsync(stop)).Select(p => new { p.Data.Name, p.Data.CreatedAt }),
            LogIns = await people.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person).Select(l => new { l.LoginProvider, l.ProviderKey }).ToListAsync(stop),
            Claims = await people.Set<IdentityUserClaim<Guid>>().Where(c => c.UserId == person).Select(c => new { c.ClaimType, c.ClaimValue }).ToListAsync(stop),
            SignIns = await people.SignIns.Where(s => s.UserId == person).OrderBy(s => s.At).Select(s => new { s.At, s.SeenAt, s.Device }).ToListAsync(stop),
            Consents = await people.Consents.Where(c => c.UserId == person).OrderBy(c => c.At).Select(c => new { c.Kind, c.Version, c.At, c.RevokedAt }).ToListAsync(stop),
            Roles = await people.Grants.Where(g => g.UserId == person).OrderBy(g => g.At).Select(g => new { g.Role, g.Scope, g.Reason, g.At, g.EndedAt, g.EndReason }).ToListAsync(stop),
            Blocks = await people.Blocks.Where(b => b.UserId == person).OrderBy(b => b.At).Select(b => new { b.Reason, b.At, b.Until, b.LiftedAt, b.Appeal, b.AppealAt, b.Answer, b.AnsweredAt }).ToListAsync(stop),
            StaffDeeds = await people.StaffDeeds.Where(d => d.By == person).OrderBy(d => d.At).Select(d => new { d.Verb, d.At }).ToListAsync(stop),
            Notices = (await people.Notices.AsNoTracking().Where(n => n.UserId == person).OrderBy(n => n.At).ToListAsync(stop))
                .Select(n => new { n.Kind, n.Times, Data = JsonNode.Parse(n.Data), n.Link, n.At, n.ReadAt, n.MailedAt }),
            NoticeRules = (await people.NoticeRules.AsNoTracking().Where(r => r.UserId == person).ToListAsync(stop)).Select(r => new { r.Kind, Rhythm = r.Rhythm.ToString() }),
            Follows = await people.Follows.Where(f => f.UserId == person).Select(f => new { f.Target, f.At }).ToListAsync(stop),
            Mails = await people.Mails.Where(m => m.UserId == person || m.Address == user.Email).OrderBy(m => m.At).Select(m => new { m.Kind, m.At, m.SentAt }).ToListAsync(stop),
            Seats = await people.SeatClaims.Where(s => s.UserId == person).OrderBy(s => s.At).Select(s => new { s.Session, s.At }).ToListAsync(stop),
        });
    }

    /// <summary>The account's row takes all with it that belongs to the person; what was done as staff stays as proof, by an id that leads nowhere.</summary>
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var mail = await people.Users.Where(u => u.Id == person).Select(u => u.Email).SingleOrDefaultAsync(stop) ?? "";
        // Invitations and mails that were addressed before there was an account. The address is compared as a part, since codes carry it inside their data.
        if (mail.Length > 0)
        {
            session.QueueSqlCommand("""delete from people.mails where lower("Address") = lower(?) or "UserId" is null and position(lower(?) in lower("Data"::text)) > 0""", mail, mail);
            session.QueueSqlCommand("""delete from people.codes where position(lower(?) in lower("Data"::text)) > 0""", mail);
        }
        session.QueueSqlCommand("""update people.codes set "UsedBy" = null where "UsedBy" = ?""", person);
        session.QueueSqlCommand("""delete from people.users where "Id" = ?""", person);
    }

    private static JsonNode? Json(object value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);
}
