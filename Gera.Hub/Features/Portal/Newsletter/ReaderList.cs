using Gera.Hub.People.Notices;
using Gera.Hub.Storage;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Somebody who gets announcements by mail.</summary>
/// <param name="IsConfirmed">Whether the link of the mail was used.</param>
public sealed record NewsletterReader(Guid Id, IReadOnlyList<string> Themes, Rhythm Rhythm, bool IsConfirmed);

/// <summary>Looks readers up.</summary>
public sealed class ReaderList(HubDatabase database)
{
    public async Task<NewsletterReader?> One(Guid id, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand("select themes, rhythm::int, confirmed_at is not null from portal.readers where id = $1");
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new NewsletterReader(id, await reader.GetFieldValueAsync<string[]>(0, stop), (Rhythm)reader.GetInt32(1), reader.GetBoolean(2)) : null;
    }
}
