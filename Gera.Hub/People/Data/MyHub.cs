namespace Gera.Hub.People.Data;

/// <summary>A part of "My hub" above the list of deeds; rooms register theirs. The component shows nothing where there is nothing.</summary>
public sealed record MyHubSection(Type Component, int Order);

/// <summary>What a person did in all rooms, newest first.</summary>
public sealed class MyHub(IEnumerable<IMyDeeds> rooms)
{
    public const int PageSize = 20;

    /// <summary>As far as anyone pages; further back there is the download.</summary>
    public const int LastPage = 50;

    /// <param name="page">From one.</param>
    public async Task<(IReadOnlyList<MyDeed> Deeds, bool More)> Of(Guid person, int page, CancellationToken stop)
    {
        var skip = (Math.Clamp(page, 1, LastPage) - 1) * PageSize;
        var all = new List<MyDeed>();
        // One more than is shown tells whether there is another page.
        foreach (var room in rooms) all.AddRange(await room.Of(person, skip + PageSize + 1, stop));
        var shown = all.OrderByDescending(d => d.At).Skip(skip).Take(PageSize + 1).ToList();
        return (shown[..Math.Min(PageSize, shown.Count)], shown.Count > PageSize && page < LastPage);
    }
}
