using System.Text.Json;
using Gera.Hub.Push;
using Marten;

namespace Gera.Hub.People.Mail;

/// <summary>Puts mails into the queue, in the transaction of the deed they tell of: no deed without its mail, no mail without its deed.</summary>
public sealed class Outbox(TimeProvider clock)
{
    // One statement without rows of its own: beside a snapshot that answers with one, another row would be taken for it.
    private const string Sql = """
        insert into people.mails ("Id", "UserId", "Address", "Kind", "Language", "Data", "Key", "At", "DueAt", "Attempts")
        select ?::uuid, ?::uuid, ?, ?, ?, ?::jsonb, ?, ?::timestamptz, ?::timestamptz, 0 from pg_notify(?, ?) on conflict ("Key") do nothing
        """;

    /// <summary>For deeds of the store: sent when the session is saved.</summary>
    public void Post(IDocumentSession session, Letter letter)
    {
        var mail = Mail(letter);
        session.QueueSqlCommand(Sql, mail.Id, mail.UserId?.ToString()!, mail.Address!, mail.Kind, mail.Language, mail.Data, mail.Key!, mail.At, mail.DueAt, Postbox.Channel, Postbox.Letter(Postman.Letter, ""));
    }

    /// <summary>For deeds with accounts: sent when the changes are saved.</summary>
    public void Post(PeopleDb people, Letter letter) => people.Mails.Add(Mail(letter));

    private OutgoingMail Mail(Letter letter) => new()
    {
        Id = Ids.At(clock.GetUtcNow()),
        UserId = letter.Person,
        Address = letter.Address,
        Kind = letter.Kind,
        Language = letter.Language,
        Data = JsonSerializer.Serialize(letter.Data, JsonSerializerOptions.Web),
        Key = letter.Key,
        At = clock.GetUtcNow(),
        DueAt = clock.GetUtcNow(),
    };
}

/// <summary>A mail to be written and sent.</summary>
/// <param name="Kind">Name of an <see cref="IMailTemplate"/>.</param>
/// <param name="Data">What the template needs; gone once the mail is sent.</param>
/// <param name="Person">The account it goes to; its language and address are looked up at sending.</param>
/// <param name="Address">Where it goes when there is no account.</param>
/// <param name="Language">Used without an account: <c>de</c> or <c>en</c>.</param>
/// <param name="Key">The same key twice is one mail.</param>
public sealed record Letter(string Kind, object Data, Guid? Person = null, string? Address = null, string Language = "de", string? Key = null);

/// <summary>How mails of one kind read. Rooms register theirs; it is called with the reader's language set.</summary>
public interface IMailTemplate
{
    string Kind { get; }

    /// <summary>Words for the data a <see cref="Letter"/> of this kind carries.</summary>
    MailWords Write(JsonElement data);
}

/// <summary>The words of a mail; text and HTML are made of them alike.</summary>
/// <param name="Paragraphs">Plain sentences; anything in them that looks like markup is shown as it stands.</param>
/// <param name="Button">Label and path of ours.</param>
/// <param name="Unsubscribe">Path that ends mails of this kind with one click (RFC 8058); null for mails nobody can do without.</param>
public sealed record MailWords(string Subject, IReadOnlyList<string> Paragraphs, (string Label, string Path)? Button = null, string? Unsubscribe = null)
{
    /// <summary>What comes along, e.g. a calendar file.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];
}

/// <summary>A text file beside a mail.</summary>
/// <param name="Type">Media type, e.g. <c>text/calendar</c>; sent as UTF-8.</param>
public sealed record MailFile(string Name, string Type, string Content);
