using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Groups;

/// <summary>A supporter does not want to be counted for the idea theirs was merged into; the support itself stays.</summary>
public sealed record GroupParted(Guid Idea, Guid Contest, Guid Person, DateTimeOffset At);

/// <summary>A supporter wants to be counted again.</summary>
public sealed record GroupRejoined(Guid Idea, Guid Contest, Guid Person, DateTimeOffset At);

/// <summary>Says whether one's support of a merged idea counts for the one that leads.</summary>
/// <param name="Part">True: it shall not.</param>
public sealed record PartFromGroup(Guid Idea, bool Part) : IWish<Done>;

internal sealed class PartFromGroupVerb : IVerb<PartFromGroup, Done>
{
    public Permission Needs => Permission.Account;

    public Pace? Pace => new(60, 5_000, TimeSpan.FromMinutes(1));

    public Task<Scope?> ScopeOf(PartFromGroup wish, Deed deed) => IdeaScope.Visible(wish.Idea, deed);

    public async Task<Answer<Done>> Do(PartFromGroup wish, Deed deed)
    {
        var (idea, contest) = await IdeaScope.Load(wish.Idea, deed);
        var me = deed.Person.Id!.Value;
        var sheet = await SupportSheet.Hold(me, contest.Id, deed.Session, deed.Stop);
        if (idea.Lead is null) return IdeaRefusals.NotMerged;
        if (!sheet.Ideas.Contains(idea.Id)) return IdeaRefusals.NotSupporting;
        deed.Session.Events.Append(sheet.Id, wish.Part ? new GroupParted(idea.Id, contest.Id, me, deed.Now) : new GroupRejoined(idea.Id, contest.Id, me, deed.Now));
        deed.Session.QueueSqlCommand(
            wish.Part ? "insert into ideas.parted (idea, person, at) values (?, ?, now()) on conflict do nothing" : "delete from ideas.parted where idea = ? and person = ?", idea.Id, me);
        return new Done();
    }
}
