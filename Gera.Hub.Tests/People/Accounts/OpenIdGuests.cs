namespace Gera.Hub.Tests.People.Accounts;

/// <summary>A browser that goes to the provider and back.</summary>
internal static class OpenIdGuests
{
    /// <summary>Follows all links from the button to the page where it ends.</summary>
    public static Task<Look> Proves(this Guest guest, string target = "/konto") => guest.Follows($"/anmelden/stadt?ziel={Uri.EscapeDataString(target)}");

    public static async Task<Look> Follows(this Guest guest, string path)
    {
        var look = await guest.Sees(path);
        for (var hops = 0; look.Location is { } next; hops++)
        {
            if (hops > 6) throw new InvalidOperationException($"{path} leads in circles: {next}");
            look = await guest.Sees(Local(guest, next));
        }
        return look;
    }

    /// <summary>The provider's answer, not yet used.</summary>
    public static async Task<string> Answer(this Guest guest)
    {
        var there = (await guest.Sees("/anmelden/stadt?ziel=/konto")).Location!;
        return Local(guest, (await guest.Sees(there)).Location!);
    }

    public static async Task Registers(this Guest guest, CityProvider provider)
    {
        var opened = await guest.Sends(await guest.Proves(), "neu", ("Form.Name", provider.Person.Name!), ("Form.Rules", "true"));
        if (opened.Location != "/konto") throw new InvalidOperationException(opened.Text);
    }

    private static string Local(Guest guest, string address) => address.StartsWith(guest.Hub.Address.ToString(), StringComparison.Ordinal) ? "/" + address[guest.Hub.Address.ToString().Length..] : address;
}
