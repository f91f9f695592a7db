using System.Security.Cryptography;
using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Halls.Polls;

/// <summary>Prepares a poll at the end of a session's list.</summary>
public sealed record PreparePoll(Guid Hall, PollDraft Draft) : IWish<PollMade>
{
    /// <summary>Set by rooms that hand over a poll of theirs: the same id once more is the same poll.</summary>
    internal Guid? Id { get; init; }
}

/// <summary>A poll that was prepared.</summary>
public sealed record PollMade(string Id, OptionMade[] Options);

/// <param name="Number">What voters send.</param>
public sealed record OptionMade(int Number, string Text);

internal sealed class PreparePollVerb : IVerb<PreparePoll, PollMade>
{
    /// <summary>More polls than an evening has minutes.</summary>
    internal const int Most = 200;

    public Permission Needs => Permission.LeadThis;

    public Task<Scope?> ScopeOf(PreparePoll wish, Deed deed) => HallScope.OfHall(wish.Hall, deed);

    public async Task<Answer<PollMade>> Do(PreparePoll wish, Deed deed)
    {
        var hall = (await deed.Session.LoadAsync<Hall>(wish.Hall, deed.Stop))!;
        if (wish.Id is { } known && await deed.Session.LoadAsync<Poll>(known, deed.Stop) is { } there)
            return there.Session == hall.Id ? new PollMade(known.ToString(), [.. there.Rules.Options.Select((text, i) => new OptionMade(i + 1, text))]) : Refusals.NotFound;
        if (hall.IsOver) return HallRefusals.SessionEnded;
        var rules = wish.Draft.ToRules(hall.Access == Access.Card);
        if (!rules.Granted) return rules.Refusal!;
        if (!await HasRoom(deed, hall, 1)) return HallRefusals.TooManyPolls;
        return Prepare(deed, hall, rules.Value, wish.Id ?? deed.NewId());
    }

    /// <summary>Whether a session takes so many more polls.</summary>
    internal static async Task<bool> HasRoom(Deed deed, Hall hall, int more) =>
        await deed.Session.Query<Poll>().CountAsync(p => p.Session == hall.Id, deed.Stop) + more <= Most;

    internal static PollMade Prepare(Deed deed, Hall hall, PollRules rules, Guid id)
    {
        deed.Session.Events.StartStream<Poll>(id, new PollPrepared(id, hall.Id, rules, deed.Now));
        deed.Session.QueueSqlCommand("insert into halls.polls (id, session, state, salt) values (?, ?, 0, ?)", id, hall.Id, RandomNumberGenerator.GetBytes(16));
        return new PollMade(id.ToString(), [.. rules.Options.Select((text, i) => new OptionMade(i + 1, text))]);
    }
}
