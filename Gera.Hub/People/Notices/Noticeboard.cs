using System.Text.Json;
using Marten;

namespace Gera.Hub.People.Notices;

/// <summary>Tells people of things, in the transaction in which they happened; mails follow by each person's rules.</summary>
public sealed class Noticeboard(TimeProvider clock)
{
    private const string Sql = """
        insert into people.notices ("Id", "UserId", "Kind", "About", "Times", "Data", "Link", "At")
        select ?, "Id", ?, ?, 1, ?::jsonb, ?, ? from people.users where "Id" = ?
        on conflict ("UserId", "Kind", "About") where "ReadAt" is null
        do update set "Times" = people.notices."Times" + 1, "Data" = excluded."Data", "Link" = excluded."Link", "At" = excluded."At"
        """;

    /// <param name="kind">Name of a <see cref="NoticeKind"/>.</param>
    /// <param name="about">What it is about; unread notices of one kind about one thing are one.</param>
    /// <param name="data">What the sentence is filled with.</param>
    /// <param name="link">A path of ours.</param>
    public void Tell(IDocumentSession session, Guid person, string kind, string about, object data, string link) =>
        session.QueueSqlCommand(Sql, Ids.At(clock.GetUtcNow()), kind, about, JsonSerializer.Serialize(data, JsonSerializerOptions.Web), link, clock.GetUtcNow(), person);
}

/// <summary>A kind of notice; rooms register theirs.</summary>
/// <param name="Name">Stored, so it never changes.</param>
/// <param name="Label">Key of the kind's name in <paramref name="Texts"/>, e.g. for the page of preferences.</param>
/// <param name="Sentence">Writes the notice in the reader's language, from its data and how many times it happened.</param>
public sealed record NoticeKind(string Name, Type Texts, string Label, Rhythm Default, Func<JsonElement, int, string> Sentence);
