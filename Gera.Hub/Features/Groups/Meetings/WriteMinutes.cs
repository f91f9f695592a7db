using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Keeps what a leader wrote into the minutes of a meeting; nobody but leaders reads it before it is published.</summary>
/// <param name="Here">Members who came; told to nobody, only counted.</param>
/// <param name="Base">How the minutes stood when they were opened for writing.</param>
public sealed record WriteMinutes(Guid Meeting, int Guests, string? Opening, IReadOnlyList<ItemNote> Notes, IReadOnlyList<Guid> Here, string? Base) : IWish<Done>;

internal sealed class WriteMinutesVerb : IVerb<WriteMinutes, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(WriteMinutes wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public async Task<Answer<Done>> Do(WriteMinutes wish, Deed deed)
    {
        var known = (await deed.Session.LoadAsync<Meeting>(wish.Meeting, deed.Stop))!;
        var members = await deed.Session.Query<GroupMember>().Where(m => m.Group == known.Group).Select(m => m.Person).ToListAsync(deed.Stop);
        var before = await deed.Session.Query<Attendee>().Where(a => a.Meeting == wish.Meeting).ToListAsync(deed.Stop);
        // Whoever left the group since was there all the same.
        var here = wish.Here.Where(p => members.Contains(p) || before.Any(a => a.Person == p)).Distinct().ToArray();
        foreach (var gone in before.Where(a => !here.Contains(a.Person))) deed.Session.Delete(gone);
        foreach (var person in here) deed.Session.Store(new Attendee(Attendee.Key(wish.Meeting, person), wish.Meeting, person));
        var words = new MinutesWords(here.Length, wish.Guests, wish.Opening ?? "", [.. wish.Notes.Where(n => known.Items.Any(i => i.Id == n.Item))]);
        foreach (var (_, refusal) in words.Faults()) return refusal;
        words = words.Clean();
        return await MeetingDesk.Do<MinutesDrafted>(wish.Meeting, deed, about => about.Writing.Stamp() != wish.Base ? GroupRefusals.DraftOld : about.WriteMinutes(words, deed.Person.Id, deed.Now));
    }
}
