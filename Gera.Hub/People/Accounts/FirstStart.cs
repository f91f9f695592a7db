using Gera.Hub.People.Grants;
using Gera.Hub.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Accounts;

/// <summary>A hub without an administrator prints a code into its log, once per start; whoever can read the log becomes the first.</summary>
public sealed class FirstStart(PeopleDb db, OneTimeCodes codes, PublicAddress address, ILogger<FirstStart> log) : ISeed
{
    public const string Purpose = "first-start";

    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task Sow(bool demo, CancellationToken stop)
    {
        if (demo || await HasAdministrator(stop)) return;
        var code = OneTimeCodes.NewTyped();
        db.Codes.Add(codes.Make(Purpose, code, Life));
        await db.SaveChangesAsync(stop);
        log.LogWarning("This hub has no administrator yet. Open {Address} and enter the code {Code} (good for seven days, once)", address.Here("/erster-start"), code);
    }

    public Task<bool> HasAdministrator(CancellationToken stop) => db.Grants.AnyAsync(g => g.Role == Role.Administrator && g.EndedAt == null, stop);
}
