using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Moves an item of an agenda up or down.</summary>
/// <param name="By">Places; negative is up.</param>
public sealed record ArrangeAgenda(Guid Meeting, Guid Item, int By) : IWish<Done>;

internal sealed class ArrangeAgendaVerb : IVerb<ArrangeAgenda, Done>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(ArrangeAgenda wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public Task<Answer<Done>> Do(ArrangeAgenda wish, Deed deed) =>
        MeetingDesk.Do(wish.Meeting, deed, about => about.Arrange(wish.Item, Math.Clamp(wish.By, -Meeting.MostItems, Meeting.MostItems), deed.Person.Id, deed.Now));
}
