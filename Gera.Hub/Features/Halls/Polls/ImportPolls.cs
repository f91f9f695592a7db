using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Prepares all polls of a text list at the end of a session's list, or none of them.</summary>
/// <param name="List">As <see cref="WrittenPoll"/> describes it; at most 10,000 characters.</param>
public sealed record ImportPolls(Guid Hall, string? List) : IWish<PollMade[]>;

internal sealed class ImportPollsVerb : IVerb<ImportPolls, PollMade[]>
{
    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(ImportPolls wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<PollMade[]>> Do(ImportPolls wish, Deed deed)
    {
        var hall = (await deed.Session.LoadAsync<Hall>(wish.Hall, deed.Stop))!;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        if (string.IsNullOrWhiteSpace(wish.List)) return Refusals.TextMissing.About("Textliste", "text list");
        if (wish.List.Length > WrittenPoll.MostCharacters) return Refusals.TextTooLong.About($"Textliste: höchstens {WrittenPoll.MostCharacters} Zeichen", $"text list: at most {WrittenPoll.MostCharacters} characters");
        var polls = WrittenPoll.Read(wish.List);
        if (polls.FirstOrDefault(p => p.Refusal is not null) is { } wrong)
            return HallRefusals.ListWrong.About($"Zeile {wrong.WrongLine}: {wrong.Refusal!.German}", $"line {wrong.WrongLine}: {wrong.Refusal.English}");
        if (!await PreparePollVerb.HasRoom(deed, hall, polls.Count)) return HallRefusals.TooManyPolls;

        // Polls of one moment stand in the order of their ids.
        var ids = polls.Select(_ => deed.NewId()).Order().ToArray();
        return polls.Zip(ids, (poll, id) => PreparePollVerb.Prepare(deed, hall, poll.Draft.ToRules(hall.Access == Access.Card).Value, id)).ToArray();
    }
}
