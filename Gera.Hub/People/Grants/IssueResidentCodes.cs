namespace Gera.Hub.People.Grants;

/// <summary>Makes codes for letters to people who live in Gera. They are told in the answer and never again.</summary>
/// <param name="Count">1–500.</param>
public sealed record IssueResidentCodes(int Count) : IWish<ResidentCodes>;

/// <param name="Codes">As they are printed.</param>
public sealed record ResidentCodes(Guid Batch, IReadOnlyList<string> Codes, DateTimeOffset Until)
{
    public const string Purpose = "resident";
}

internal sealed class IssueResidentCodesVerb(OneTimeCodes codes, RunSettings settings) : IVerb<IssueResidentCodes, ResidentCodes>
{
    public Permission Needs => Permission.Desk;

    public Pace? Pace => new(30, 100, TimeSpan.FromMinutes(10));

    public Task<Answer<ResidentCodes>> Do(IssueResidentCodes wish, Deed deed)
    {
        if (wish.Count is < 1 or > 500) return Task.FromResult<Answer<ResidentCodes>>(GrantRefusals.CodesOutOfRange);
        var (batch, life) = (deed.NewId(), TimeSpan.FromDays(settings.Number(RunSettings.ResidentDays)));
        var printed = Enumerable.Range(0, wish.Count).Select(_ => OneTimeCodes.NewTyped()).ToArray();
        foreach (var code in printed) codes.Make(ResidentCodes.Purpose, code, life, by: deed.Person.Id, batch: batch).WriteTo(deed);
        return Task.FromResult<Answer<ResidentCodes>>(new ResidentCodes(batch, printed, deed.Now + life));
    }
}
