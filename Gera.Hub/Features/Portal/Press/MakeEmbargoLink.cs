using System.Security.Cryptography;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.Storage;
using Npgsql;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>A link with which one journalist reads an announcement before its moment. Shown once: only its hash is kept.</summary>
/// <param name="Name">Who it is for.</param>
/// <param name="Outlet">Whom they write for; may be blank.</param>
/// <param name="Until">When the link ends, if the announcement is not out before.</param>
public sealed record MakeEmbargoLink(Guid Announcement, string? Name, string? Outlet, DateTimeOffset Until) : IWish<EmbargoLink>;

/// <param name="Path">A path of ours with the secret in it.</param>
public sealed record EmbargoLink(Guid Id, string Path);

internal sealed class MakeEmbargoLinkVerb : IVerb<MakeEmbargoLink, EmbargoLink>
{
    public Permission Needs => Permission.Press;

    public Task<Scope?> ScopeOf(MakeEmbargoLink wish, Deed deed) => PressScope.Of(wish.Announcement, deed);

    public async Task<Answer<EmbargoLink>> Do(MakeEmbargoLink wish, Deed deed)
    {
        if (Text.Check(wish.Name, 120, ("Name", "name")) is { } badName) return badName;
        if (Text.Check(wish.Outlet, 120, ("Medium", "outlet"), required: false) is { } badOutlet) return badOutlet;
        var until = wish.Until.ToUniversalTime();
        if (until < deed.Now.AddHours(1) || until > deed.Now.AddDays(60)) return PressRefusals.UntilBad;
        var announcement = (await deed.Session.LoadAsync<Announcement>(wish.Announcement, deed.Stop))!;
        if (announcement.State is not (PressState.Approved or PressState.Scheduled) || announcement.IsOut(deed.Now)) return PressRefusals.NothingToPreview;
        var (id, secret) = (deed.NewId(), RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 26));
        deed.Session.QueueSqlCommand("insert into portal.embargoes (id, announcement, hash, name, outlet, at, until) values (?, ?, ?, ?, ?, ?, ?)",
            id, wish.Announcement, Embargoes.Hash(secret), Text.Clean(wish.Name!), Text.Clean(wish.Outlet ?? ""), deed.Now, until);
        return new EmbargoLink(id, $"/presse/sperrfrist/{secret}");
    }
}
