using System.Text.RegularExpressions;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

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
