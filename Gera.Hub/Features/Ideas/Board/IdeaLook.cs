using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Board;

/// <summary>One idea as its page shows it.</summary>
/// <param name="Author">As the author wants to be seen; null: anonymous.</param>
/// <param name="Supports">As of now, or as of the moment asked for.</param>
/// <param name="IsPublic">False: only its author sees it yet.</param>
public sealed record IdeaView(Idea Idea, Contest Contest, IdeaText Text, string? Author, int Supports, bool IsPublic, int Versions)
{
    /// <summary>It is hidden, and this reader sees its place only: there are no words here.</summary>
    public bool IsVeiled { get; init; }
}

/// <summary>One version of an idea's words.</summary>
public sealed record IdeaText(int Version, string Title, string Summary, string Body, string? Name, DateTimeOffset At);

/// <summary>Looks one idea up, for whoever may see it.</summary>
public sealed class IdeaLook(HubDatabase database, IDocumentStore store, SupportCount counts, IServiceScopeFactory scopes)
{
    /// <summary>Null when there is none, or none for this reader: nobody can tell which.</summary>
    /// <param name="number">Its number, or its id.</param>
    /// <param name="reader">Authors see their own before everyone else does, moderators what waits to be read.</param>
    /// <param name="at">As of that moment, as far as it may still be seen today; null: now.</param>
    public async Task<IdeaView?> At(string number, Person reader, DateTimeOffset? at, CancellationToken stop)
    {
        if (await Find(number, stop) is not { } found || !found.IsPublic && !MaySee(found, reader)) return null;
        // What is hidden today was not readable in the past, either.
        if (found.IsHidden) at = null;
        await using var session = store.QuerySession();
        var idea = at is { } moment ? await session.Events.AggregateStreamAsync<Idea>(found.Id, timestamp: moment, token: stop) : await session.LoadAsync<Idea>(found.Id, stop);
        if (idea is null) return null;
        var contest = (await session.LoadAsync<Contest>(idea.Contest, stop))!;
        var texts = await Texts(found.Id, stop);
        // What people took back since is gone from the past, too.
        if (texts.LastOrDefault(t => at is null || t.At <= at) is not { } text) return null;
        var supports = await counts.Of([found.Id], at, stop);
        var isVeiled = found.IsHidden && !MaySee(found, reader);
        return new IdeaView(idea, contest, isVeiled ? text with { Title = "", Summary = "", Body = "", Name = null } : text, isVeiled ? null : await Author(idea, contest, text), supports[found.Id], found.IsPublic, isVeiled ? 1 : texts.Count) { IsVeiled = isVeiled };
    }

    /// <summary>All versions of the words, the first first.</summary>
    public async Task<IReadOnlyList<IdeaText>> Texts(Guid idea, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select version, title, summary, body, name, at from ideas.words where idea = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = idea });
        var texts = new List<IdeaText>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            texts.Add(new IdeaText(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), await reader.IsDBNullAsync(4, stop) ? null : reader.GetString(4), await reader.GetFieldValueAsync<DateTimeOffset>(5, stop)));
        return texts;
    }

    /// <summary>Whether everyone may read the idea, e.g. whether its topic may be watched.</summary>
    public async Task<bool> IsReadable(Guid idea, CancellationToken stop) => await Find(idea.ToString(), stop) is { IsPublic: true, IsHidden: false };

    /// <summary>Whether this reader may see what belongs to the idea, and whether everyone may; null when there is no such idea.</summary>
    public async Task<(bool May, bool Everyone)?> Sight(Guid idea, Person reader, CancellationToken stop) =>
        await Find(idea.ToString(), stop) is { } found ? (found is { IsPublic: true, IsHidden: false } || MaySee(found, reader), found is { IsPublic: true, IsHidden: false }) : null;

    /// <summary>Which idea a number or an id means, whoever asks: for wishes, whose permission the door checks.</summary>
    internal async Task<Guid?> Id(string number, CancellationToken stop) => (await Find(number, stop))?.Id;

    private static bool MaySee((Guid Id, Guid? Author, bool IsPublic, bool Waits, bool IsHidden, string With, bool ForStaff) found, Person reader) =>
        reader.Id is { } me && (found.Author == me || found.With.Contains(me.ToString(), StringComparison.Ordinal)) || (found.Waits || found.IsHidden) && Permission.Moderate.Check(reader, null, Scope.None) is null || found.ForStaff && Permission.Edit.Check(reader, null, Scope.None) is null;

    private async Task<(Guid Id, Guid? Author, bool IsPublic, bool Waits, bool IsHidden, string With, bool ForStaff)?> Find(string number, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select i.id, i.author, {IdeaSight.Everyone}, i.state = 'Waiting' and {IdeaSight.Unsealed}, i.state = 'Hidden', coalesce(jsonb_path_query_array(i.data, '$.coauthors[*].person') ::text, '[]'), {IdeaSight.ForStaff} from {IdeaSight.Table} i where i.state <> 'Erased' and (i.number = $1 or i.id = $2)");
        command.Parameters.AddWithValue(number.ToUpperInvariant());
        command.Parameters.AddWithValue(Guid.TryParse(number, out var id) ? id : Guid.Empty);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetGuid(0), await reader.IsDBNullAsync(1, stop) ? null : reader.GetGuid(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4), reader.GetString(5), reader.GetBoolean(6)) : null;
    }

    private async Task<string?> Author(Idea idea, Contest contest, IdeaText text)
    {
        if (contest.Rules.Anonymous || idea.Shown == AuthorShown.Anonymous) return null;
        if (idea.Shown == AuthorShown.Pseudonym) return text.Name;
        await using var scope = scopes.CreateAsyncScope();
        var names = scope.ServiceProvider.GetRequiredService<Names>();
        if (idea.Author is not { } author) return null;
        var all = new List<string?> { await names.Of(author) };
        foreach (var coauthor in idea.Coauthors.Where(c => c.Accepted)) all.Add(await names.Of(coauthor.Person));
        return all[0] is null ? null : string.Join(", ", all.Where(n => n is not null));
    }
}
