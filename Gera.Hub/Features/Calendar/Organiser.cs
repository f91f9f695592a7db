using System.Text.RegularExpressions;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

/// <summary>A house, club or office that invites often. Its people publish at once.</summary>
/// <param name="Key">Its place in addresses.</param>
/// <param name="Members">Accounts that enter events for it.</param>
public sealed partial record Organiser(Guid Id, string Key, string Name, string About, string Link, IReadOnlyList<Guid> Members)
{
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    internal static partial Regex KeyShape();
}

/// <summary>Enters an organiser, or changes what is said of one.</summary>
public sealed record SetOrganiser(Guid? Organiser, string? Key, string? Name, string? About, string? Link) : IWish<Guid>;

internal sealed class SetOrganiserVerb : IVerb<SetOrganiser, Guid>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Guid>> Do(SetOrganiser wish, Deed deed)
    {
        if (People.Text.Check(wish.Name, 120, ("Name", "name")) is { } bad) return bad;
        if (People.Text.Check(wish.About, 500, ("Beschreibung", "description"), required: false) is { } about) return about;
        if (!string.IsNullOrWhiteSpace(wish.Link) && (wish.Link.Length > 300 || !wish.Link.StartsWith("https://", StringComparison.Ordinal))) return CalendarRefusals.OnlineBad;
        if (wish.Key is not { Length: > 0 and <= 60 } || !Calendar.Organiser.KeyShape().IsMatch(wish.Key)) return CalendarRefusals.OrganiserKeyBad;
        var before = wish.Organiser is { } id ? await deed.Session.LoadAsync<Organiser>(id, deed.Stop) : null;
        if (wish.Organiser is not null && before is null) return Refusals.NotFound;
        var (key, mine) = (wish.Key, before?.Id ?? Guid.Empty);
        if (await deed.Session.Query<Organiser>().AnyAsync(o => o.Key == key && o.Id != mine, deed.Stop)) return CalendarRefusals.OrganiserKeyTaken;
        var organiser = new Organiser(before?.Id ?? deed.NewId(), key, People.Text.Clean(wish.Name!), People.Text.Clean(wish.About ?? ""), wish.Link?.Trim() ?? "", before?.Members ?? []);
        deed.Session.Store(organiser);
        return organiser.Id;
    }
}

/// <summary>Lets the account with this address enter events for an organiser, or no longer.</summary>
public sealed record SetOrganiserPerson(Guid Organiser, string? Mail, bool In) : IWish<Done>;

internal sealed class SetOrganiserPersonVerb : IVerb<SetOrganiserPerson, Done>
{
    public Permission Needs => Permission.Edit;

    public async Task<Answer<Done>> Do(SetOrganiserPerson wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        // Two editors at once: one after the other, so that nobody is lost.
        await using var hold = new NpgsqlCommand("select 1 from hub.mt_doc_organiser where id = $1 for update", deed.Session.Connection);
        hold.Parameters.AddWithValue(wish.Organiser);
        if (await hold.ExecuteScalarAsync(deed.Stop) is null) return Refusals.NotFound;
        var organiser = (await deed.Session.LoadAsync<Organiser>(wish.Organiser, deed.Stop))!;
        await using var find = new NpgsqlCommand("""select "Id" from people.users where "NormalizedEmail" = upper($1) and "EmailConfirmed" """, deed.Session.Connection);
        find.Parameters.AddWithValue(wish.Mail?.Trim() ?? "");
        if (await find.ExecuteScalarAsync(deed.Stop) is not Guid person) return CalendarRefusals.PersonUnknown;
        deed.Session.Store(organiser with { Members = wish.In ? [.. organiser.Members.Union([person])] : [.. organiser.Members.Where(m => m != person)] });
        return new Done();
    }
}
