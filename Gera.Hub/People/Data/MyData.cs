using System.Text.Json.Nodes;

namespace Gera.Hub.People.Data;

/// <summary>Everything the hub keeps of a person, room by room.</summary>
public sealed class MyData(IEnumerable<IPersonalData> rooms, TimeProvider clock)
{
    public async Task<JsonObject> Of(Guid person, CancellationToken stop)
    {
        var all = new JsonObject { ["madeAt"] = clock.GetUtcNow() };
        foreach (var room in rooms)
            if (await room.Export(person, stop) is { } part) all[room.Section] = part;
        return all;
    }
}
