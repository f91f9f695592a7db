using System.Diagnostics;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Tests.Shell;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>What everybody reads is valid HTML, by a checker that is not a browser: browsers forgive what screen readers do not.</summary>
public sealed class HtmlTests(HubFixture home)
{
    private static readonly string[] Addresses =
    [
        "/", "/live", "/ideen", "/gruppen", "/gruppen/stadt", "/presse", "/presse/verteiler", "/newsletter", "/suche?q=Bank", "/stimmen", "/stimmen/jochen-rabe", "/videos", "/anmelden", "/registrieren", "/gibt-es-nicht",
        "/datenschutz/fristen", .. PageKey.All.Select(k => k.Address).Distinct(),
    ];

    [Fact]
    public async Task Every_public_page_is_valid()
    {
        var hub = await home.Hub();
        var folder = Directory.CreateTempSubdirectory("hub-html-");
        try
        {
            using var guest = new Guest(hub);
            foreach (var address in Addresses)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, (address.Length == 1 ? "home" : string.Concat(address[1..].Select(c => char.IsLetterOrDigit(c) ? c : '-'))) + ".html"), (await guest.Sees(address)).Raw, TestContext.Current.CancellationToken);
            var root = Path.Combine(Source.Hub, "..");
            var start = new ProcessStartInfo("node", [Path.Combine(root, "node_modules", "html-validate", "bin", "html-validate.mjs"), "--config", Path.Combine(root, "Gera.Hub.Tests", "House", "htmlvalidate.json"), "--formatter", "text", folder.FullName])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = root,
            };
            using var node = Process.Start(start)!;
            var (said, wrong) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode == 0, (await said).Replace(folder.FullName, "", StringComparison.Ordinal) + await wrong);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
