using System.Text;
using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.People.Data;
using Gera.Hub.People.Mail;
using Gera.Hub.Storage.Files;
using Gera.Hub.Tests.Storage;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.People.Data;

/// <summary>After an account is gone and the tables are rewritten, no file below the data directory tells of the person (guards: people's data).</summary>
public sealed class MaintenanceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Known bad: without Maintenance the words stay in the tables' files and in the write-ahead log; without FolderCarrier.Forget in the mails.
    [Fact]
    public async Task No_file_tells_of_somebody_who_left()
    {
        var folder = TempFolders.Create();
        try
        {
            await using var hub = await RunningHub.Embedded(folder);
            using var person = await Canary.Arrives(hub);
            await Writes(hub, person);
            await Eventually.Holds(async () => await hub.Ask<long>("""select count(*) from people.mails where "SentAt" is null""") == 0, "The mail never went.", TimeSpan.FromSeconds(30));
            await hub.Tamper("checkpoint");
            await hub.Tamper("analyze");
            Assert.NotEmpty(Holding(folder));

            Assert.True((await hub.Door.Send<LeaveHub, Done>(new LeaveHub(Canary.Mail, Canary.Password, false), person.Caller, Stop)).Granted);
            var sweep = hub.Services.GetRequiredService<FileSweep>();
            while (await sweep.Sweep(Stop) > 0) { }
            Assert.True(await hub.Services.GetRequiredService<Maintenance>().Run(Stop) > 30);

            Assert.Empty(Holding(folder));
        }
        finally
        {
            TempFolders.Remove(folder);
        }
    }

    private static async Task Writes(RunningHub hub, Leader person)
    {
        var idea = Ids.At(TimeProvider.System.GetUtcNow());
        var words = new IdeaWords("Ein Haus für den Zilpzalp", "Von Eulenspiegel erdacht.", "Pirol und Zilpzalp sollen nisten.", "energie", "Lusan", null, null);
        await Does<SaveDraft, IdeaDraft>(new SaveDraft(idea, "ideenkasten", "", words, AuthorShown.Pseudonym, Canary.Name));
        await Does<AttachFile, Guid>(new AttachFile(idea, "Nest des Zilpzalp", true, Encoding.ASCII.GetBytes("%PDF-1.4 " + Canary.Name)));
        await Does<SubmitIdea, IdeaTaken>(new SubmitIdea(idea, "ideenkasten", "", words, AuthorShown.Pseudonym, Canary.Name));
        await Does<RewordIdea, Done>(new RewordIdea(idea, 1, words with { Body = "Der Pirol zuerst." }));
        await Does<AddComment, Guid>(new AddComment(new NewComment(Ids.At(TimeProvider.System.GetUtcNow()), idea, null, Mark.Pro, "Der Pirol ruft.")));
        await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        hub.Services.GetRequiredService<Outbox>().Post(session, new Letter("reset", new { name = Canary.Name, code = "ABC" }, person.Caller.User));
        await session.SaveChangesAsync(Stop);

        async Task Does<TWish, TAnswer>(TWish wish) where TWish : IWish<TAnswer> => Assert.Null((await hub.Door.Send<TWish, TAnswer>(wish, person.Caller, Stop)).Refusal);
    }

    /// <summary>Files in which one of the person's words stands, byte by byte; a mail's words may be encoded, its address is not.</summary>
    private static List<string> Holding(string folder)
    {
        var traces = Canary.Traces.Append(Canary.Mail).SelectMany(t => new[] { t, t.ToLowerInvariant(), t.ToUpperInvariant() }).Distinct().Select(Encoding.UTF8.GetBytes).ToArray();
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "hub.lock"))
        {
            try
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                if (traces.FirstOrDefault(t => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(t) >= 0) is { } trace) found.Add($"{Path.GetRelativePath(folder, file)}: {Encoding.UTF8.GetString(trace)}");
            }
            catch (FileNotFoundException)
            {
                // The database removes files of its own.
            }
        }
        return found;
    }
}
