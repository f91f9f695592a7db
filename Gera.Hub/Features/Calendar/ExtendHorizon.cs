using Gera.Hub.People;
using Gera.Hub.Shell;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Calendar;

/// <summary>Writes the next dates of series that go on. The clock wants it each night.</summary>
public sealed record ExtendHorizon : IWish<Done>;

internal sealed class ExtendHorizonVerb : IVerb<ExtendHorizon, Done>
{
    /// <summary>At least so much of the horizon always lies ahead.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(30);

    public Permission Needs => Permission.Edit;

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<Answer<Done>> Do(ExtendHorizon wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var due = new NpgsqlCommand("select event from calendar.horizons where until < $1 order by until limit 500 for update skip locked", deed.Session.Connection);
        due.Parameters.AddWithValue(Berlin.Day(deed.Now + Occurrence.Horizon - Slack));
        var ids = new List<Guid>();
        await using (var reader = await due.ExecuteReaderAsync(deed.Stop))
            while (await reader.ReadAsync(deed.Stop)) ids.Add(reader.GetGuid(0));
        foreach (var about in await deed.Session.LoadManyAsync<CityEvent>(deed.Stop, ids)) Occurrence.Fill(deed.Session, about, deed.Now);
        return new Done();
    }
}
