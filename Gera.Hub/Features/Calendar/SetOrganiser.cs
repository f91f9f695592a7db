using System.Text.RegularExpressions;
using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

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
