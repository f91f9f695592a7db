namespace Gera.Hub.People.Grants;

/// <summary>A setting an administrator changed while the hub runs; without a row the settings file speaks.</summary>
public sealed class Setting
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public Guid By { get; set; }

    public DateTimeOffset At { get; set; }
}
