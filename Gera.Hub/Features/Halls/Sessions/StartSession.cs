using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;

namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>Makes a session that takes voters at once.</summary>
/// <param name="Title">At most 200 characters.</param>
/// <param name="Access">anyone, card or account.</param>
/// <param name="Group">Working group; the first the person leads when left out.</param>
public sealed record StartSession(string? Title, Access? Access, string? Group = null) : IWish<SessionStarted>
{
    /// <summary>Set by rooms that start a session for something of theirs: the same id once more is the same session, however often it is wanted.</summary>
    internal Guid? Id { get; init; }

    /// <summary>No page names it; whoever was told the code takes part.</summary>
    internal bool IsUnlisted { get; init; }
}

/// <param name="Code">Six characters, easy to read aloud.</param>
/// <param name="Url">Where voters join.</param>
public sealed record SessionStarted(Guid Id, string Code, string Url);

internal sealed class StartSessionVerb(PublicAddress address) : IVerb<StartSession, SessionStarted>
{
    public Permission Needs => Permission.Lead;

    public Task<Scope?> ScopeOf(StartSession wish, Deed deed) =>
        // A group that does not exist is nobody's; whoever leads one is told so by the verb.
        Task.FromResult<Scope?>(new Scope(Group: GroupOf(wish, deed.Person) is { } group && WorkingGroup.All.Contains(group) ? group : null));

    public async Task<Answer<SessionStarted>> Do(StartSession wish, Deed deed)
    {
        if (Text.Check(wish.Title, 200, ("Titel", "title")) is { } bad) return bad;
        if (wish.Access is not { } access) return HallRefusals.AccessUnknown;
        var group = GroupOf(wish, deed.Person) ?? WorkingGroup.All[0];
        if (!WorkingGroup.All.Contains(group)) return HallRefusals.GroupUnknown;

        if (wish.Id is { } known && await deed.Session.LoadAsync<Hall>(known, deed.Stop) is { } there)
            return there.Group == group ? new SessionStarted(there.Id, there.Code, address.Of($"/live/{there.Code}")) : Refusals.NotFound;
        var id = wish.Id ?? deed.NewId();
        var code = SessionCode.New();
        while (await deed.Session.Query<Hall>().AnyAsync(h => h.Code == code, deed.Stop)) code = SessionCode.New();
        deed.Session.Events.StartStream<Hall>(id, new HallOpened(id, code, Text.Clean(wish.Title!), group, access, deed.Person.Id!.Value, deed.Now, wish.IsUnlisted));
        return new SessionStarted(id, code, address.Of($"/live/{code}"));
    }

    /// <summary>The group named, else the first one the person leads.</summary>
    private static string? GroupOf(StartSession wish, Person person) => wish.Group ?? WorkingGroup.All.FirstOrDefault(g => person.Is(Role.Leader, g));
}
