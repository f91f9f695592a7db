using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Supports;

/// <summary>No longer supports an idea; once more changes nothing.</summary>
public sealed record WithdrawSupport(Guid Idea) : IWish<Done>;

internal sealed class WithdrawSupportVerb : IVerb<WithdrawSupport, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(120, 20_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(WithdrawSupport wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(WithdrawSupport wish, Deed deed)
    {
        var (idea, contest) = await IdeaScope.Load(wish.Idea, deed);
        var me = deed.Person.Id!.Value;
        var sheet = await SupportSheet.Hold(me, contest.Id, deed.Session, deed.Stop);
        if (!sheet.Ideas.Contains(idea.Id)) return new Done();
        if (!await PhaseGate.Hold(contest.Id, idea.Category, Phase.Support, deed)) return IdeaRefusals.SupportClosed;
        End(sheet, idea.Id, deed.Session, deed.Now);
        return new Done();
    }

    internal static void End(SupportSheet sheet, Guid idea, IDocumentSession session, DateTimeOffset now)
    {
        session.Events.Append(sheet.Id, new SupportWithdrawn(idea, sheet.Contest, sheet.Person, now));
        session.QueueSqlCommand("update ideas.supports set until = ? where idea = ? and person = ? and until is null", now, idea, sheet.Person);
    }
}
