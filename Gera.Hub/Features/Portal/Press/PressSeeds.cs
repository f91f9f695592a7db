using Gera.Hub.People;
using Gera.Hub.Storage;
using Marten;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>In demo mode twenty announcements in every state; invented, but such as the city could make.</summary>
internal sealed class PressSeeds(IDocumentStore store, PeopleReads people, TimeProvider clock) : ISeed
{
    public async Task Sow(bool demo, CancellationToken stop)
    {
        if (!demo) return;
        await using var session = store.LightweightSession();
        if (await Marten.QueryableExtensions.AnyAsync(session.Query<Announcement>(), stop)) return;
        var staff = await people.Read(async db => await EntityFrameworkQueryableExtensions.ToListAsync(db.Users.Where(u => u.Demo).OrderBy(u => u.Email).Select(u => u.Id), stop));
        if (staff.Count < 2) return;
        var now = clock.GetUtcNow();
        foreach (var (n, seed) in SeedAnnouncements.All.Index()) Sow(session, seed, n, staff[n % staff.Count], staff[(n + 1) % staff.Count], now);
        await session.SaveChangesAsync(stop);
    }

    private static void Sow(IDocumentSession session, SeedAnnouncement seed, int n, Guid writer, Guid second, DateTimeOffset now)
    {
        var out_ = now.AddDays(seed.Days);
        var (written, words) = ((seed.Days < 0 ? out_ : now).AddHours(-30), new AnnouncementWords(seed.Title, seed.Lead, seed.Body, seed.Theme));
        var id = Ids.At(written);
        var path = System.FormattableString.Invariant($"{Shell.Berlin.Day(out_):yyyy/MM}/{Shell.Slug.Of(seed.Title, "meldung")}");
        List<object> events = [new AnnouncementStarted(id, System.FormattableString.Invariant($"gera{n + 22:0000}"), words, writer, written)];
        if (seed.State >= PressState.InReview) events.Add(new AnnouncementSent(writer, written.AddHours(2)));
        if (seed.State >= PressState.Approved) events.Add(new AnnouncementApproved(second, written.AddHours(3)));
        if (seed.State >= PressState.Scheduled)
        {
            events.Add(new AnnouncementScheduled(out_, path, second, written.AddHours(4)));
            session.QueueSqlCommand("insert into portal.press_paths (path, announcement, at) values (?, ?, ?) on conflict do nothing", path, id, written);
        }
        if (seed.State >= PressState.Published) events.Add(new AnnouncementPublished(out_.AddSeconds(1)));
        if (seed.State == PressState.Corrected) events.Add(new AnnouncementCorrected(words with { Body = words.Body.Replace("17 Uhr", "18 Uhr", StringComparison.Ordinal) }, "In der ersten Fassung stand 17 Uhr. Richtig ist 18 Uhr.", path, writer, out_.AddHours(5)));
        if (seed.State == PressState.Withdrawn) events.Add(new AnnouncementWithdrawn("Der Termin ist noch nicht bestätigt. Wir melden uns, sobald er feststeht.", writer, out_.AddHours(20)));
        if (seed.State == PressState.Archived) events.Add(new AnnouncementArchived(second, out_.AddDays(200)));
        session.Events.StartStream<Announcement>(id, events);
    }
}

/// <param name="Days">From today: when it was or will be out.</param>
internal sealed record SeedAnnouncement(PressState State, double Days, string? Theme, string Title, string Lead, string Body);
