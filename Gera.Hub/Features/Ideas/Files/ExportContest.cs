using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Files;

/// <summary>Takes a contest out for the office: what everyone gets, and whose ideas they are. Who did it and when stays in the log of what staff do.</summary>
public sealed record ExportContest(Guid Contest) : IWish<IReadOnlyList<OfficeRow>>;

/// <param name="Author">Name of the account; empty when it is gone.</param>
/// <param name="State">waiting, published, withdrawn, hidden.</param>
public sealed record OfficeRow(ContestRow Idea, string Author, string State);

internal sealed class ExportContestVerb(ContestRows rows, Names names) : IVerb<ExportContest, IReadOnlyList<OfficeRow>>
{
    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public Task<Scope?> ScopeOf(ExportContest wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<IReadOnlyList<OfficeRow>>> Do(ExportContest wish, Deed deed)
    {
        var contest = (await deed.Session.LoadAsync<Contest>(wish.Contest, deed.Stop))!;
        var all = await rows.Of(contest, all: true, deed.Stop);
        var told = new List<OfficeRow>();
        foreach (var row in all) told.Add(new OfficeRow(row, row.Author is { } author ? await names.Of(author) ?? "" : "", row.State));
        return told;
    }
}
