using Gera.Hub.Shell;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Calendar.Board;

/// <summary>Events for the search over everything: those everyone may see.</summary>
internal sealed class EventSearch(HubDatabase database, EventLook look) : ISearchSource
{
    private const string Name = "termin";

    public string Kind => Name;

    public Type Texts => typeof(CalendarTexts);

    public async Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select e.id from {EventSight.Table} e where {EventSight.Everyone}");
        return await EventLook.Ids(command, stop);
    }

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        if (await look.Public(key, stop) is not { } view) return null;
        var (about, words) = (view.Event, view.Words);
        return new SearchEntry(key, $"/kalender/{about.Slug}", words.Title!, string.Join(" · ", new[] { words.Organiser, words.Place }.OfType<string>()), words.Text ?? "", about.Facts.Group, about.District, Berlin.At(about.Schedule.Start));
    }

    public Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => look.Visible(keys, stop);

    public static void Add(IServiceCollection services) => services.AddSingleton<ISearchSource, EventSearch>()
        .Found<EventReleased>(Name).Found<EventReworded>(Name).Found<EventMoved>(Name).Found<EventDateChanged>(Name).Found<EventDateRestored>(Name).Found<EventCancelled>(Name).Found<EventTakenOff>(Name).Found<EventSentBack>(Name).Found<EventLeft>(Name);
}
