using System.Collections.Frozen;
using System.Globalization;
using Gera.Hub.Push;
using Gera.Hub.Storage;

namespace Gera.Hub.People.Grants;

/// <summary>A setting that an administrator may change while the hub runs; rooms register theirs.</summary>
/// <param name="Name">Stored, so it never changes.</param>
/// <param name="Label">Key of its name in <paramref name="Texts"/>; the same key with "Hint" explains it.</param>
/// <param name="Default">What the settings file says; a switch is 0 or 1.</param>
public sealed record KnownSetting(string Name, Type Texts, string Label, Func<IServiceProvider, int> Default, int Least, int Most)
{
    public bool IsSwitch => (Least, Most) == (0, 1);

    /// <summary>The value when it is a possible one.</summary>
    public int? Read(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= Least && value <= Most ? value : null;
}

/// <summary>Settings as they are now. A change reaches every process with the letter of its transaction; without a change the settings file speaks.</summary>
public sealed class RunSettings(IEnumerable<KnownSetting> known, IServiceProvider services, HubDatabase database)
{
    public const string InvitationDays = "invitation.days", ResidentDays = "resident.days", Registration = "registration.open";

    /// <summary>Kind of the letters that name a changed setting.</summary>
    public const string Letter = "setting";

    private readonly FrozenDictionary<string, KnownSetting> all = known.ToFrozenDictionary(s => s.Name);
    private readonly SemaphoreSlim turn = new(1, 1);
    private FrozenDictionary<string, int> changed = FrozenDictionary<string, int>.Empty;

    public IEnumerable<KnownSetting> All => all.Values.OrderBy(s => s.Name, StringComparer.Ordinal);

    public KnownSetting? Find(string? name) => name is null ? null : all.GetValueOrDefault(name);

    public int Number(string name) => changed.TryGetValue(name, out var value) ? value : Default(name);

    public bool IsOn(string name) => Number(name) != 0;

    public bool IsChanged(string name) => changed.ContainsKey(name);

    public int Default(string name) => all[name].Default(services);

    /// <summary>Reads all changes anew; what no longer fits its range is passed over.</summary>
    internal async Task Load(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var rows = new Dictionary<string, int>();
            await using var command = database.Source.CreateCommand("select \"Name\", \"Value\" from people.settings");
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                if (Find(reader.GetString(0))?.Read(reader.GetString(1)) is { } value) rows[reader.GetString(0)] = value;
            changed = rows.ToFrozenDictionary();
        }
        finally
        {
            turn.Release();
        }
    }

    internal void Hear(Postbox postbox, ILogger log)
    {
        postbox.On(Letter, name => _ = Again(log));
        postbox.OnResumed(Load);
    }

    private async Task Again(ILogger log)
    {
        try
        {
            await Load(default);
        }
        catch (Exception e) when (Door.IsBusy(e))
        {
            // The postbox is read from the same database: when it is back, it says so, and the settings are read then.
            log.LogWarning("Changed settings could not be read: {Reason}", e.GetType().Name);
        }
    }
}
