using System.Text.Json;
using System.Text.Json.Nodes;
using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Coauthors;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Points;
using Gera.Hub.Features.Ideas.Reviews;
using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.Storage;
using Gera.Hub.Storage.Files;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Mine;

/// <summary>What the room keeps of people: ideas and drafts they wrote, ideas they support or gave points.</summary>
internal sealed class IdeaData(IDocumentStore store, HubDatabase database, IdeaLook look, AttachmentList attachments, FileStore files, TimeProvider clock) : IPersonalData
{
    public string Section => "ideas";

    public IReadOnlyList<Type> Covers =>
    [
        typeof(ContestAnnounced), typeof(ContestRulesChanged), typeof(PhasePlanned), typeof(PhaseOpened), typeof(PhaseClosed), typeof(RankingEntered), typeof(ReviewPlanned), typeof(ReviewerAssigned), typeof(ReviewerReleased), typeof(PrizeAwarded),
        typeof(IdeaSubmitted), typeof(IdeaReworded), typeof(IdeaReleased), typeof(IdeaWithdrawn), typeof(IdeaMerged), typeof(IdeaUngrouped), typeof(IdeaSplit), typeof(IdeaCarried), typeof(CoauthorInvited), typeof(CoauthorAccepted), typeof(CoauthorLeft), typeof(AnswerPrepared), typeof(AnswerPublished), typeof(Idea), typeof(IdeaDraft),
        typeof(IdeaSupported), typeof(SupportWithdrawn), typeof(GroupParted), typeof(GroupRejoined), typeof(PointsSpread), typeof(SupportSheet),
    ];

    public async Task<JsonNode?> Export(Guid person, CancellationToken stop)
    {
        await using var session = store.QuerySession();
        var ideas = await session.Query<Idea>().Where(i => i.Author == person).OrderBy(i => i.At).ToListAsync(stop);
        var drafts = await session.Query<IdeaDraft>().Where(d => d.Person == person).ToListAsync(stop);
        var (supported, reviewed) = (await Supported(person, stop), await Reviewed(person, stop));
        if (ideas.Count + drafts.Count + supported.Count + reviewed.Count == 0) return null;
        var texts = new Dictionary<Guid, IReadOnlyList<IdeaText>>();
        foreach (var idea in ideas) texts[idea.Id] = await look.Texts(idea.Id, stop);
        return JsonSerializer.SerializeToNode(new
        {
            Ideas = ideas.Select(i => new { i.Number, State = i.State.ToString(), i.Theme, i.District, i.Latitude, i.Longitude, Shown = i.Shown.ToString(), i.At, Versions = texts[i.Id] }),
            CoauthorOf = (await session.LoadManyAsync<Idea>(stop, (await With(person, session, stop)).ToArray())).Select(i => i.Number),
            Drafts = drafts.Select(d => new { d.Words, d.Pseudonym, d.SavedAt }),
            Files = (await attachments.By(person, stop)).Select(a => new { a.Words, Kind = a.Kind.ToString(), a.At, Address = a.Kind == AttachmentKind.Picture ? a.Address(PictureMill.Sizes[^1]) : $"/ideen/dokumente/{a.Id}" }),
            Supports = supported,
            Reviews = reviewed,
        }, JsonSerializerOptions.Web);
    }

    /// <summary>Ideas stay without a name, or their words go. Supports of phases that are open end with the account when its words shall go; what is over stays counted, by nobody.</summary>
    public async Task Erase(Guid person, bool keepContributions, IDocumentSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var idea in await session.Query<Idea>().Where(i => i.Author == person).ToListAsync(stop))
        {
            (await session.Events.FetchForWriting<Idea>(idea.Id, stop)).AppendOne(keepContributions ? new IdeaLeft(now) : new IdeaErased(now));
            WordStore.Erase(session, idea.Id, keepContributions);
            // All of its files, a co-author's too: nobody could see them any more.
            if (!keepContributions) await AttachmentStore.DropAll(session, files, attachments, idea.Id, stop);
        }
        foreach (var idea in await With(person, session, stop)) (await session.Events.FetchForWriting<Idea>(idea, stop)).AppendOne(new CoauthorLeft(person, person, now));
        var drafts = (await session.Query<IdeaDraft>().Where(d => d.Person == person).Select(d => d.Id).ToListAsync(stop)).ToHashSet();
        foreach (var file in await attachments.By(person, stop))
            if (!keepContributions || drafts.Contains(file.Idea)) AttachmentStore.Drop(session, files, file.Id);
        session.DeleteWhere<IdeaDraft>(d => d.Person == person);
        if (!keepContributions) await EndOpen(person, session, now, stop);
        // Numbers stay as they are; who it was does not.
        var nobody = Ids.At(now);
        foreach (var table in IdeaTables.WithPeople) session.QueueSqlCommand($"update ideas.{table} set person = ? where person = ?", nobody, person);
    }

    /// <summary>Ideas of others at which this person stands, too.</summary>
    private static async Task<IReadOnlyList<Guid>> With(Guid person, IQuerySession session, CancellationToken stop) =>
        await session.Query<Idea>().Where(i => i.Coauthors.Any(c => c.Person == person)).Select(i => i.Id).ToListAsync(stop);

    private async Task EndOpen(Guid person, IDocumentSession session, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var key in await session.Query<SupportSheet>().Where(s => s.Person == person).Select(s => s.Contest).ToListAsync(stop))
        {
            var sheet = await SupportSheet.Hold(person, key, session, stop);
            var contest = (await session.LoadAsync<Contest>(sheet.Contest, stop))!;
            foreach (var idea in await session.LoadManyAsync<Idea>(stop, sheet.Ideas.ToArray()))
                if (contest.IsOpen(idea.Category, Phase.Support)) WithdrawSupportVerb.End(sheet, idea.Id, session, now);
        }
    }

    private async Task<List<object>> Reviewed(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand(
            $"select i.number, r.criterion, r.points, coalesce(n.note, '') from ideas.reviews r join {IdeaSight.Table} i on i.id = r.idea left join ideas.review_notes n on n.idea = r.idea and n.person = r.person where r.person = $1 order by 1, 2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var reviewed = new List<object>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) reviewed.Add(new { Number = reader.GetString(0), Criterion = reader.GetString(1), Points = reader.GetInt32(2), Note = reader.GetString(3) });
        return reviewed;
    }

    private async Task<List<object>> Supported(Guid person, CancellationToken stop)
    {
        await using var command = database.Source.CreateCommand($"select i.number, s.since, s.until from ideas.supports s join {IdeaSight.Table} i on i.id = s.idea where s.person = $1 order by s.since");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        var supported = new List<object>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            supported.Add(new { Number = reader.GetString(0), Since = await reader.GetFieldValueAsync<DateTimeOffset>(1, stop), Until = await reader.IsDBNullAsync(2, stop) ? (DateTimeOffset?)null : await reader.GetFieldValueAsync<DateTimeOffset>(2, stop) });
        return supported;
    }
}
