using Microsoft.Playwright;

namespace Gera.Hub.Tests.Journeys;

/// <summary>A visitor whose device asks for a finger.</summary>
internal static class Finger
{
    /// <summary>Where the browser offers keys by itself, the key is shown before anybody can press the button.</summary>
    /// <param name="leadsTo">Part of the address that follows.</param>
    public static async Task ShowsKey(this Visitor visitor, string leadsTo)
    {
        try
        {
            await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mit Passkey anmelden" }).ClickAsync(new LocatorClickOptions { Timeout = 5_000 });
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It was faster.
        }
        await Eventually.Holds(() => visitor.Page.Url.Contains(leadsTo, StringComparison.Ordinal), $"The key did not lead to {leadsTo}.");
    }

    public static async Task LogsOut(this Visitor visitor)
    {
        await visitor.Page.Locator("details.account summary").ClickAsync();
        await visitor.Page.Locator("details.account form button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("a.account-link")).ToBeVisibleAsync();
    }

    /// <summary>A key in the device that shows a finger whenever it is asked to.</summary>
    public static async Task Keys(this Visitor visitor)
    {
        var line = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await line.SendAsync("WebAuthn.enable");
        await line.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
    }
}
