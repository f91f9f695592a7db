using System.Text.Json;
using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.Features.Portal.Voices;
using Gera.Hub.People.Grants;

namespace Gera.Hub.Tests.House;

/// <summary>Objects for the matrix: what a wish may be about. Each granted wish changes its object, so each gets its own.</summary>
internal sealed record Target
{
    public const string OwnGroup = "stadt", ForeignGroup = "energie";

    public static readonly Target Missing = new() { Code = "AAAAAA", Hall = New(), Poll = New(), Question = New(), Group = "sport", Account = New(), Grant = New(), Block = New(), Batch = New(), Invitation = New(), Mail = New(), Consent = New(), Notice = New(), Setting = "no.such", Idea = New(), Contest = New(), Comment = New(), Case = New(), Announcement = New(), Event = New(), Meeting = New(), Shop = New(), Task = New(), Document = New(), Piece = New(), Page = "gibt/es/nicht" };

    public string Code { get; private init; } = "";

    /// <summary>A session with a prepared poll and a question everyone sees.</summary>
    public Guid Hall { get; private init; }

    public Guid Poll { get; private init; }

    public Guid Question { get; private init; }

    public string Group { get; private init; } = OwnGroup;

    /// <summary>Of the owner, else of somebody with a role and a block.</summary>
    public Guid Account { get; private init; }

    public Guid Grant { get; private init; }

    public Guid Block { get; private init; }

    public Guid Batch { get; private init; }

    public Guid Invitation { get; private init; }

    public Guid Consent { get; private init; }

    public Guid Notice { get; private init; }

    /// <summary>Given up.</summary>
    public Guid Mail { get; private init; }

    /// <summary>One everyone sees, in a contest of its own.</summary>
    public Guid Idea { get; private init; }

    public Guid Contest { get; private init; }

    /// <summary>The owner's, at that idea; reported, and not decided about.</summary>
    public Guid Comment { get; private init; }

    public Guid Case { get; private init; }

    /// <summary>A draft of the press desk.</summary>
    public Guid Announcement { get; private init; }

    /// <summary>One everyone sees.</summary>
    public Guid Event { get; private init; }

    /// <summary>Of the leader's group, public.</summary>
    public Guid Meeting { get; private init; }

    /// <summary>One everyone sees; the owner has the role for it.</summary>
    public Guid Shop { get; private init; }

    /// <summary>Of the group; the owner's.</summary>
    public Guid Task { get; private init; }

    public Guid Document { get; private init; }

    /// <summary>Of the portal: a message to the city that waits for its answer, a voice, a video.</summary>
    public Guid Piece { get; private init; }

    public string Page { get; private init; } = "kontakt/standard/de";

    public string Setting { get; private init; } = RunSettings.InvitationDays;

    /// <param name="owner">Whose it is; null: of somebody nobody knows.</param>
    /// <param name="blocked">Whether the owner may be blocked for it.</param>
    public static Task<Target> Of(RunningHub hub, Type wish, Somebody leader, Somebody? owner, bool blocked) =>
        wish.Namespace!.Contains(".Halls", StringComparison.Ordinal) ? OfHall(hub, leader)
        : wish.Namespace.Contains(".Ideas", StringComparison.Ordinal) ? OfIdea(hub, owner)
        : wish.Namespace.Contains(".Press", StringComparison.Ordinal) ? OfPress(hub)
        : wish.Namespace.Contains(".Groups.", StringComparison.Ordinal) ? OfMeeting(hub, leader, owner)
        : wish.Namespace.Contains(".Calendar", StringComparison.Ordinal) ? OfCalendar(hub, owner)
        : wish.Namespace.Contains(".Market", StringComparison.Ordinal) ? OfMarket(hub, owner)
        : wish.Namespace.Contains(".Portal.Pages", StringComparison.Ordinal) ? OfPages(hub)
        : wish.Name == nameof(Gera.Hub.Features.Portal.Newsletter.DropPressContact) ? OfContacts(hub)
        : wish.Namespace.Contains(".Portal.Voices", StringComparison.Ordinal) ? OfVoices(hub)
        : wish.Namespace.Contains(".Portal.Videos", StringComparison.Ordinal) ? OfVideos(hub)
        : OfPeople(hub, owner, blocked);

    /// <summary>Everything a refused wish must leave as it was, in one line.</summary>
    public Task<string> Traces(RunningHub hub, Somebody? caller) => hub.Ask<string>("""
        select concat_ws(' ',
          (select sum(version) from hub.mt_streams where id = any($1)),
          (select count(*) from ideas.likes where comment = any($1)), (select string_agg(md5(words), '') from ideas.comment_words where comment = any($1)),
          (select string_agg(md5(u::text), '') from people.users u where "Id" = any($2)),
          (select string_agg(md5(g::text), '') from people.grants g where "UserId" = any($2)),
          (select string_agg(md5(b::text), '') from people.blocks b where "UserId" = any($2)),
          (select string_agg(md5(c::text), '') from people.codes c where "Batch" = any($3) or "MadeBy" = any($2)),
          (select string_agg(md5(m::text), '') from people.mails m where "UserId" = any($2) or "Id" = $4), (select count(*) from people.notices where "UserId" = any($2) and "ReadAt" is null),
          (select string_agg(md5(f::text), '') from hub.mt_doc_feedback f where id = any($1)), (select string_agg(md5(v::text), '') from hub.mt_doc_voice v where id = any($1)), (select string_agg(md5(v::text), '') from hub.mt_doc_video v where id = any($1)), (select count(*) from portal.readers where id = any($1)),
          (select string_agg(md5(data::text), '') from hub.mt_doc_grouptask where id = any($1)), (select count(*) from hub.mt_doc_groupdocument where id = any($1)),
          (select count(*) from people.follows where "UserId" = any($2)), (select count(*) from people.staff_deeds where "By" = any($2)))
        """, new[] { Hall, Poll, Question, Idea, Contest, Comment, Case, Announcement, Event, Meeting, Shop, Task, Document, Piece }, new[] { Account, caller?.Id ?? Account }, new[] { Batch, Invitation }, Mail);

    private static async Task<Target> OfHall(RunningHub hub, Somebody leader)
    {
        var group = await hub.Ask<string>("select \"Scope\" from people.grants where \"UserId\" = $1", leader.Id);
        var made = await leader.Does<StartSession, SessionStarted>(new("Einwohnerversammlung Lusan", Access.Anyone));
        var poll = await leader.Does<PreparePoll, PollMade>(new(made.Id, Some.Draft()));
        var asked = await hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(made.Id, "Kommt ein Dach?"), Caller.Nobody with { Seat = Seats.New(made.Id) });
        var question = Guid.Parse(asked.Value.Id);
        await leader.Does<ModerateQuestion, Done>(new(question, Moderation.Show));
        return new Target { Hall = made.Id, Code = made.Code, Poll = Guid.Parse(poll.Id), Question = question, Group = group };
    }

    private static async Task<Target> OfIdea(RunningHub hub, Somebody? owner)
    {
        var town = await IdeaTown.Make(hub);
        var author = owner ?? await Somebody.In(hub);
        // A blocked person handed it in before the block.
        await hub.Tamper("update people.blocks set \"LiftedAt\" = now() where \"UserId\" = $1", author.Id);
        var idea = await town.Idea(author);
        var comment = await town.Comment(author, idea);
        await hub.Tamper("update people.blocks set \"LiftedAt\" = null where \"UserId\" = $1", author.Id);
        return new Target { Idea = idea.Id, Contest = town.Contest, Comment = comment, Case = await town.Reported(Subject.Comment, comment), Account = author.Id };
    }

    private static async Task<Target> OfMeeting(RunningHub hub, Somebody leader, Somebody? owner)
    {
        var group = await hub.Ask<string>("select \"Scope\" from people.grants where \"UserId\" = $1", leader.Id);
        var doer = owner ?? await Somebody.In(hub);
        // A blocked person was a member before the block.
        await hub.Tamper("update people.blocks set \"LiftedAt\" = now() where \"UserId\" = $1", doer.Id);
        Assert.Null(await doer.Asks(new JoinGroup(group)));
        await hub.Tamper("update people.blocks set \"LiftedAt\" = null where \"UserId\" = $1", doer.Id);
        var task = GroupTown.NewId();
        Assert.Null(await leader.Asks(new AddTask(task, group, "Saal bestellen", doer.Id, new DateOnly(2030, 1, 1))));
        var document = await leader.Does<AddDocument, Guid>(new AddDocument(group, "Papier", true, SomePicture.Pdf));
        return new Target { Meeting = await GroupTown.Meeting(leader, days: -1, group: group), Group = group, Task = task, Document = document };
    }

    private static async Task<Target> OfPress(RunningHub hub) => new() { Announcement = await (await Newsroom.Open(hub)).Draft() };

    private static async Task<Target> OfCalendar(RunningHub hub, Somebody? owner)
    {
        var author = owner ?? await Somebody.In(hub);
        await hub.Tamper("update people.blocks set \"LiftedAt\" = now() where \"UserId\" = $1", author.Id);
        var made = await CalendarTown.Event(author);
        if (made.State == Gera.Hub.Features.Calendar.EventState.Waiting) Assert.Null((await hub.Door.Send<Gera.Hub.Features.Calendar.ReviewEvent, Done>(new(made.Id, 1, true, null), Caller.Clock)).Refusal);
        await hub.Tamper("update people.blocks set \"LiftedAt\" = null where \"UserId\" = $1", author.Id);
        // Mailed already: a mail that follows by itself is no trace of the wish.
        await hub.Tamper("update people.notices set \"MailedAt\" = now() where \"UserId\" = $1", author.Id);
        return new Target { Event = made.Id, Account = author.Id };
    }

    private static async Task<Target> OfMarket(RunningHub hub, Somebody? owner)
    {
        var author = owner ?? await Somebody.In(hub);
        await hub.Tamper("update people.blocks set \"LiftedAt\" = now() where \"UserId\" = $1", author.Id);
        var made = await MarketTown.Published(author);
        await hub.Tamper("update people.blocks set \"LiftedAt\" = null where \"UserId\" = $1", author.Id);
        // Mailed already: a mail that follows by itself is no trace of the wish.
        await hub.Tamper("update people.notices set \"MailedAt\" = now() where \"UserId\" = $1", author.Id);
        return new Target { Shop = made.Id, Account = author.Id };
    }

    private static async Task<Target> OfPages(RunningHub hub)
    {
        var written = await hub.Door.Send<GiveFeedback, FeedbackTaken>(new GiveFeedback(FeedbackKind.Contact, null, "Wann öffnet das Studio?", null, "de"), Caller.Nobody);
        return new Target { Piece = await hub.Ask<Guid>("select id from hub.mt_doc_feedback where data ->> 'reference' = $1", written.Value.Reference) };
    }

    private static async Task<Target> OfContacts(RunningHub hub)
    {
        var id = New();
        await hub.Tamper("insert into portal.readers (id, address, themes, rhythm, language, terms, asked_at, told_until, outlet) values ($1, $2, '{stadt}', 0, 'de', 'x', now(), now(), 'Blatt')", id, $"{id:N}@gera.example");
        return new Target { Piece = id };
    }

    private static async Task<Target> OfVoices(RunningHub hub)
    {
        var id = New();
        await (await Somebody.In(hub, [new(Role.Editor, "")])).Does<WriteVoice, string>(new WriteVoice(id, 0, new VoiceWords("Irene Wolfram", "Rentnerin", "", "Probe"), 1, true));
        return new Target { Piece = id };
    }

    private static async Task<Target> OfVideos(RunningHub hub)
    {
        var id = New();
        await (await Somebody.In(hub, [new(Role.Editor, "")])).Does<WriteVideo, string>(new WriteVideo(id, 0, new VideoWords("Ein Film", "Probe", "", "")));
        return new Target { Piece = id };
    }

    private static async Task<Target> OfPeople(RunningHub hub, Somebody? owner, bool blocked)
    {
        var (somebody, batch, invitation) = (await Somebody.In(hub, [new(Role.Leader, "bildung")]), New(), New());
        foreach (var (purpose, id) in new[] { (ResidentCodes.Purpose, batch), (Offer.Purpose, invitation) })
            await hub.Tamper("insert into people.codes (\"Hash\", \"Purpose\", \"Batch\", \"Data\", \"At\", \"Until\") values ($1, $2, $3, $4::jsonb, now(), now() + interval '1 day')",
                OneTimeCodes.Hash(purpose, OneTimeCodes.NewLink()), purpose, id, JsonSerializer.Serialize(new Offer(Role.Press, "", "Probe", "mona@gera.example"), JsonSerializerOptions.Web));
        var mail = New();
        await hub.Tamper("insert into people.mails (\"Id\", \"UserId\", \"Kind\", \"Language\", \"Data\", \"At\", \"DueAt\", \"Attempts\", \"DeadAt\") values ($1, $2, 'block', 'de', '{}', now(), now() + interval '1 day', 9, now())", mail, somebody.Id);
        var consent = New();
        await hub.Tamper("insert into people.consents (\"Id\", \"UserId\", \"Kind\", \"Version\", \"At\") values ($1, $2, 'rules', '2026-11', now())", consent, (owner ?? somebody).Id);
        // Mailed already: a mail that follows by itself is no trace of the wish.
        var notice = New();
        await hub.Tamper("insert into people.notices (\"Id\", \"UserId\", \"Kind\", \"About\", \"Times\", \"Data\", \"Link\", \"At\", \"MailedAt\") values ($1, $2, 'answer', $3, 1, '{\"title\":\"Lusan\"}', '/', now(), now())", notice, (owner ?? somebody).Id, notice.ToString());
        return new Target
        {
            Consent = consent,
            Notice = notice,
            Mail = mail,
            Account = (owner ?? somebody).Id,
            Grant = await hub.Ask<Guid>("select \"Id\" from people.grants where \"UserId\" = $1", somebody.Id),
            Block = await (owner is not null && blocked ? owner : somebody).Blocked(),
            Batch = batch,
            Invitation = invitation,
        };
    }

    private static Guid New() => Guid.CreateVersion7(Some.Evening);
}
