using Gera.Hub.Push;

namespace Gera.Hub.People.Grants;

/// <summary>Changes a setting in all processes at once.</summary>
/// <param name="Name">Of a <see cref="KnownSetting"/>.</param>
/// <param name="Value">Null: what the settings file says.</param>
public sealed record ChangeSetting(string? Name, string? Value) : IWish<Done>;

internal sealed class ChangeSettingVerb(RunSettings settings) : IVerb<ChangeSetting, Done>
{
    public Permission Needs => Permission.Administer;

    public Task<Scope?> ScopeOf(ChangeSetting wish, Deed deed) => Task.FromResult(settings.Find(wish.Name) is { } known ? new Scope { About = known.Name } : null);

    public Task<Answer<Done>> Do(ChangeSetting wish, Deed deed)
    {
        var known = settings.Find(wish.Name)!;
        if (wish.Value is null) deed.Write("delete from people.settings where \"Name\" = ?", known.Name);
        else if (known.Read(wish.Value) is { } value)
            deed.Write("""
                insert into people.settings ("Name", "Value", "By", "At") values (?, ?, ?, ?)
                on conflict ("Name") do update set "Value" = excluded."Value", "By" = excluded."By", "At" = excluded."At"
                """, known.Name, value.ToString(System.Globalization.CultureInfo.InvariantCulture), deed.Person.Id!.Value, deed.Now);
        else return Task.FromResult<Answer<Done>>(GrantRefusals.SettingOutOfRange.About($"{known.Least} bis {known.Most}", $"{known.Least} to {known.Most}"));
        deed.Write("select pg_notify(?, ?)", Postbox.Channel, Postbox.Letter(RunSettings.Letter, known.Name));
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
