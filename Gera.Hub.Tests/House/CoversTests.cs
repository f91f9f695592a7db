using Gera.Hub.Features.Halls.Mine;
using Gera.Hub.People.Data;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>No event, document or row mentions a person without a room that hands it out and takes it away again.</summary>
public sealed class CoversTests(HubFixture home)
{
    private static readonly HashSet<string> People = new(["By", "Person", "User", "UserId", "Leader", "Owner", "Author", "Account", "Seat", "Voter", "Holder", "Member", "Supporter"], StringComparer.Ordinal);

    [Fact]
    public async Task Every_type_that_mentions_a_person_is_covered_once()
    {
        var hub = await home.Hub();
        await using var scope = hub.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IDocumentStore>();
        var kept = store.Options.Events.AllKnownEventTypes().Select(e => e.EventType)
            .Concat(store.Options.AllKnownDocumentTypes().Select(d => d.DocumentType))
            .Concat(scope.ServiceProvider.GetRequiredService<PeopleDb>().Model.GetEntityTypes().Select(e => e.ClrType))
            .Distinct().ToArray();
        Assert.Contains(typeof(QuestionAsked), kept);
        Assert.Contains(typeof(Hall), kept);
        Assert.Contains(typeof(SignIn), kept);
        var covered = scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(d => d.Covers).ToArray();
        Assert.Empty(covered.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key.Name));
        Assert.Empty(kept.Where(Mentions).Except(covered).Select(t => t.Name));
    }

    // Known bad, so that the test above is seen to look.
    [Fact]
    public void A_person_is_seen_under_any_of_their_names()
    {
        Assert.True(Mentions(typeof(Signed)));
        Assert.True(Mentions(typeof(Ended)));
        Assert.True(Mentions(typeof(Several)));
        Assert.False(Mentions(typeof(PollPrepared)));
    }

    [Fact]
    public async Task Every_plain_table_of_the_halls_with_a_seat_in_it_is_known_to_erasure()
    {
        var hub = await home.Hub();
        var tables = await hub.Ask<string[]>("select array_agg(distinct table_name::text) from information_schema.columns where table_schema = 'halls' and column_name in ('seat', 'voter', 'account', 'person') and table_name not like 'secret\\_%'");
        Assert.Equal(HallData.Tables.Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    private static bool Mentions(Type type) => type.GetProperties().Any(p =>
        (p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?) || p.PropertyType == typeof(Guid[]) || p.PropertyType == typeof(IReadOnlyList<Guid>))
        && (People.Contains(p.Name) || p.Name.EndsWith("By", StringComparison.Ordinal) || p.Name.EndsWith('s') && People.Contains(p.Name[..^1]))
        || p.PropertyType == typeof(string) && p.Name is "Email" or "DisplayName" or "Address");

    private sealed record Signed(Guid By);

    private sealed record Ended(Guid? EndedBy);

    private sealed record Several(Guid[] Members);
}
