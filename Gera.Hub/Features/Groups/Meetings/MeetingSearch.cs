using Gera.Hub.Shell;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Public meetings for the search over everything: their agenda, and their minutes once they are out.</summary>
internal sealed class MeetingSearch(MeetingBoard board) : ISearchSource
{
    private const string Name = "treffen";

    public string Kind => Name;

    public Type Texts => typeof(MeetingTexts);

    public Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => board.Everybodys(null, stop);

    public async Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => (await board.Everybodys(keys, stop)).ToHashSet();

    public async Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        if (await board.Public(key, stop) is not { } about) return null;
        var words = about.Items.SelectMany(i => new[] { i.Title, i.Text }).Append(about.Facts.Text).Append(about.Minutes?.Opening).Concat(about.Minutes?.Notes.SelectMany(n => new[] { n.Decision, n.Words }) ?? []);
        return new SearchEntry(key, MeetingBoard.Path(about), about.Facts.Title!, about.Facts.Place ?? "", string.Join('\n', words.Where(w => !string.IsNullOrEmpty(w))), about.Group, null, about.StartsAt);
    }

    public static void Add(IServiceCollection services) => services.AddSingleton<ISearchSource, MeetingSearch>()
        .Found<MeetingPlanned>(Name).Found<MeetingChanged>(Name).Found<MeetingCancelled>(Name).Found<AgendaItemWritten>(Name).Found<AgendaArranged>(Name).Found<MinutesReleased>(Name);
}

/// <summary>Marker for <c>MeetingTexts.resx</c>: what the search calls meetings.</summary>
public sealed class MeetingTexts;
