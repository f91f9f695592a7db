using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Calendar;

/// <summary>Which event a wish is about, as far as permission is concerned.</summary>
internal static class EventScope
{
    /// <summary>Any event that is there; of one that is not out, only those know who may change it.</summary>
    public static async Task<Scope?> Of(Guid id, Deed deed)
    {
        if (await deed.Session.LoadAsync<CityEvent>(id, deed.Stop) is not { State: not EventState.TakenOff } about) return null;
        var may = await EventDesk.MayChange(about, deed.Person, deed.Session, deed.Stop);
        // People of its organiser act as whoever entered it.
        return may || about.IsOut ? new Scope(Owner: may ? deed.Person.Id : about.Author, Group: about.Facts.Group) { About = about.Slug } : null;
    }
}
