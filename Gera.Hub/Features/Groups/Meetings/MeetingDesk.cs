using System.Security.Cryptography;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>What the verbs of meetings have in common.</summary>
internal static class MeetingDesk
{
    /// <summary>Its group's; of one that only members know, nobody else learns that it is there.</summary>
    public static async Task<Scope?> ScopeOf(Guid id, Deed deed)
    {
        if (await deed.Session.LoadAsync<Meeting>(id, deed.Stop) is not { } about) return null;
        var knows = about.IsPublic || GroupBoard.Leads(deed.Person, about.Group) || deed.Person.Id is { } me && await deed.Session.LoadAsync<GroupMember>(GroupMember.Key(about.Group, me), deed.Stop) is not null;
        return knows ? new Scope(Group: about.Group) { About = id.ToString() } : null;
    }

    /// <summary>Decides about the meeting as it stands, and adds what happened.</summary>
    public static async Task<Answer<Meeting>> Change<TEvent>(Guid id, Deed deed, Func<Meeting, Answer<TEvent>> decide) where TEvent : class
    {
        var stream = await deed.Session.Events.FetchForWriting<Meeting>(id, deed.Stop);
        if (stream.Aggregate is not { } about) return Refusals.NotFound;
        var happened = decide(about);
        if (!happened.Granted) return happened.Refusal!;
        stream.AppendOne(happened.Value);
        return about;
    }

    /// <inheritdoc cref="Change{TEvent}"/>
    public static async Task<Answer<Done>> Do<TEvent>(Guid id, Deed deed, Func<Meeting, Answer<TEvent>> decide) where TEvent : class =>
        (await Change(id, deed, decide)).Refusal is { } refusal ? refusal : new Done();

    /// <summary>The session for the next votes: made of what it is for, so that it is started once, however often it is wanted.</summary>
    public static Guid SessionOf(Meeting about, int number) => Id($"session:{about.Id}:{number}");

    /// <summary>The meeting's date in the city's calendar.</summary>
    public static Guid DateOf(Guid meeting) => Id($"date:{meeting}");

    /// <summary>What the votes of a meeting came to so far.</summary>
    public static async Task<IReadOnlyList<VoteSheet>> Sheets(this VoteSource votes, Meeting about, CancellationToken stop)
    {
        var sheets = new List<VoteSheet>();
        foreach (var session in about.Sessions)
            if (await votes.Of(session, stop) is { } sheet) sheets.Add(sheet);
        return sheets;
    }

    private static Guid Id(string of) => new(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 16));
}
