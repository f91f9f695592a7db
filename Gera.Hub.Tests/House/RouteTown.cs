using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.Features.Halls.Questions;
using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Features.Portal.Press;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.Features.Portal.Voices;
using Gera.Hub.People.Accounts;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Gera.Hub.Tests.People.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>A hub with one of everything, so that every route can be walked with something that exists at its end, secrets out of mails included.</summary>
internal sealed class RouteTown
{
    private readonly Dictionary<string, string> byRoute = new(StringComparer.OrdinalIgnoreCase), byName = new(StringComparer.OrdinalIgnoreCase);

    private RouteTown(RunningHub hub) => Hub = hub;

    public RunningHub Hub { get; }

    /// <summary>All endpoints with a route, but not the files that are only copied.</summary>
    public IEnumerable<RouteEndpoint> Routes => Hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !Path(e).Contains('*', StringComparison.Ordinal));

    public static async Task<RouteTown> Build(RunningHub hub)
    {
        var town = new RouteTown(hub);
        using var jonas = await Leader.LogIn(hub, "leader", 0);
        var (code, hall) = await jonas.Session();
        var poll = await jonas.Open(code);
        var asked = await hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, "Kommt ein Dach?"), Caller.Nobody with { Seat = Seats.New(hall) });
        foreach (var prefix in new[] { "/live", "/api/live", "/mein-hub/saal" }) town.byRoute[prefix] = code;
        (town.byName["poll"], town.byName["id"], town.byName["question"], town.byName["documentName"]) = (poll, poll, asked.Value.Id, "v1");

        var ideas = await IdeaTown.Make(hub, IdeaTown.Rules with { Points = 100 }, Enum.GetValues<Gera.Hub.Features.Ideas.Contests.Phase>());
        var ada = await Somebody.In(hub);
        var idea = await ideas.Idea(ada);
        var comment = await ideas.Comment(ada, idea);
        var reported = (await ideas.Reported(Subject.Comment, comment)).ToString();
        (town.byName["number"], town.byName["key"], town.byName["category"], town.byName["comment"], town.byName["about"], town.byName["case"]) = (idea.Number, ideas.Key, IdeaTown.Category, comment.ToString(), reported, reported);
        (town.byRoute["/ideen/entscheidungen"], town.byRoute["/gruppen"], town.byRoute["/verwaltung/personen"]) = (reported, WorkingGroup.All[0], ada.Id.ToString());
        town.byName["size"] = "480";
        var album = await (await IdeaTown.Make(hub)).Idea(ada);
        town.byRoute["/ideen/bilder"] = (await ada.Does<AttachFile, Guid>(new AttachFile(album.Id, "Ein Brunnen", true, SomePicture.Of(40, 20)))).ToString();
        town.byRoute["/ideen/dokumente"] = (await ada.Does<AttachFile, Guid>(new AttachFile(album.Id, "Skizze", true, SomePicture.Pdf))).ToString();
        var desk = await Newsroom.Open(hub);
        var news = await desk.Approved("Neue Bank " + ada.Id.ToString("N")[^6..]);
        town.byRoute["/presse/sperrfrist"] = (await desk.Tilda.Does<MakeEmbargoLink, EmbargoLink>(new MakeEmbargoLink(news, "Ada", null, TimeProvider.System.GetUtcNow().AddDays(1)))).Path.Split('/')[^1];
        town.byRoute["/presse/bilder"] = (await desk.Tilda.Does<AddPicture, Guid>(new AddPicture(news, new PictureWords("Eine Bank", "Die Bank", "Stadt Gera", "frei"), SomePicture.Of(40, 20)))).ToString();
        var shown = await desk.Out("Neuer Baum " + ada.Id.ToString("N")[^6..]);
        (town.byRoute["/presse/redaktion"], town.byRoute["/presse/mappe"], town.byRoute["/presse/vorschau"], town.byRoute["/m"]) = (news.ToString(), shown.ToString(), shown.ToString(), (await desk.Now(shown)).Short);
        var reader = Newsroom.NewId();
        await hub.Tamper("insert into portal.readers (id, address, themes, rhythm, language, terms, asked_at, told_until) values ($1, $2, '{energie}', 2, 'de', 'x', now(), now())", reader, Newcomer.Mail("leserin"));
        var codes = hub.Services.GetRequiredService<ReaderCodes>();
        foreach (var link in new[] { codes.Confirm(reader), codes.Keep(reader), codes.End(reader) }) town.byRoute[link[..link.LastIndexOf('/')]] = link.Split('/')[^1];
        var path = (await desk.Now(shown)).Path!.Split('/');
        (town.byName["year"], town.byName["month"], town.byName["slug"]) = (path[0], path[1], path[2]);
        foreach (var name in new[] { "draft", "consent", "notice" }) town.byName[name] = ada.Id.ToString();
        await town.Calendar(ada);
        await town.Groups();
        town.byRoute["/markt"] = (await MarketTown.Published(ada, "Laden " + ada.Id.ToString("N")[^6..])).Slug;
        // Mailed already: a mail that follows by itself is no change of a get.
        await hub.Tamper("update people.notices set \"MailedAt\" = now() where \"UserId\" = $1", ada.Id);
        (town.byName["page"], town.byName["variant"], town.byName["language"]) = ("kontakt", "standard", "de");
        var written = await hub.Door.Send<GiveFeedback, FeedbackTaken>(new GiveFeedback(FeedbackKind.Contact, "Probe", "Wann öffnet das Studio?", null, "de"), Caller.Nobody);
        (town.byRoute["/rueckmeldung"], town.byRoute["/verwaltung/rueckmeldungen"]) = (written.Value.Secret, (await hub.Ask<Guid>("select id from hub.mt_doc_feedback where data ->> 'reference' = $1", written.Value.Reference)).ToString());
        var (editor, voice, video) = (await Somebody.In(hub, [new(Role.Editor, "")]), Newsroom.NewId(), Newsroom.NewId());
        (town.byRoute["/stimmen"], town.byRoute["/videos"]) = (await editor.Does<WriteVoice, string>(new WriteVoice(voice, 0, new VoiceWords("Irene Wolfram", "Rentnerin", "Ja.", "Gern."), 1, true)), await editor.Does<WriteVideo, string>(new WriteVideo(video, 0, new VideoWords("Ein Film", "Probe", "Alles, was gesagt wird.", ""))));
        await editor.Does<SetPortrait, Done>(new SetPortrait(voice, "Ein Gesicht", true, SomePicture.Of(40, 40)));
        await editor.Does<AddFilm, Done>(new AddFilm(video, SomeFilm.Mp4));
        await editor.Does<AddCaptions, Done>(new AddCaptions(video, SomeFilm.Captions));
        await editor.Does<PublishVideo, Done>(new PublishVideo(video, true));
        foreach (var at in new[] { "/stimmen/bild", "/verwaltung/stimmen" }) town.byRoute[at] = voice.ToString();
        foreach (var at in new[] { "/videos/film", "/videos/untertitel", "/verwaltung/videos" }) town.byRoute[at] = video.ToString();
        await town.Letters(ada);
        return town;
    }

    /// <summary>The address of a route, with what exists in place of its parameters.</summary>
    public string Path(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Part(endpoint.RoutePattern, part)))));

    /// <summary>Number of rows and a print of their content, of every table and sequence. Not compared: when a log-in was last seen, which is noted to the hour.</summary>
    public async Task<Dictionary<string, string>> Rows()
    {
        var rows = new Dictionary<string, string>();
        var tables = await Hub.Ask<string[]>("select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
        Assert.True(tables.Length > 30);
        foreach (var table in tables)
            rows[table] = await Hub.Ask<string>($"select count(*) || ' ' || md5(coalesce(string_agg(h, '' order by h), '')) from (select md5((to_jsonb(x) {(table == "people.sign_ins" ? "- 'SeenAt'" : "")})::text) h from {table} x) y");
        rows["sequences"] = await Hub.Ask<string>("select coalesce(string_agg(schemaname || sequencename || coalesce(last_value, 0), ' ' order by schemaname, sequencename), '') from pg_sequences");
        return rows;
    }

    /// <summary>Rows once all mails have gone and the hub is quiet.</summary>
    public async Task<Dictionary<string, string>> Quiet()
    {
        var rows = await Rows();
        await Eventually.Holds(async () =>
        {
            var before = rows;
            rows = await Rows();
            return await Hub.Ask<long>("""
                select (select count(*) from people.mails where "SentAt" is null and "DeadAt" is null) + (select count(*) from portal.search_touched)
                    + (select count(*) from hub.mt_doc_announcement where not is_told and publish_at <= now() and state in ('Scheduled', 'Corrected'))
                """) == 0 && Differences(before, rows).Length == 0;
        }, "The hub does not come to rest.", TimeSpan.FromSeconds(60));
        return rows;
    }

    public static string[] Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => $"{t.Key}: {before.GetValueOrDefault(t.Key)} -> {t.Value}")];

    /// <summary>An event with a picture, seats and somebody who comes; a calendar that is taken in; a secret address.</summary>
    private async Task Calendar(Somebody ada)
    {
        var rosa = await Somebody.In(Hub, [new(Role.Editor, "")]);
        var made = await CalendarTown.WithSeats(rosa, 5, "Lesung " + ada.Id.ToString("N")[^6..]);
        Assert.Null(await rosa.Asks(new SetPicture(made.Id, SomePicture.Of(40, 20), "Ein Buch", null, true)));
        Assert.Null(await ada.Asks(new SetMyFeed(true)));
        (byRoute["/kalender"], byRoute["/kalender/vorschau"]) = (made.Slug, made.Slug);
        byRoute["/kalender/anmeldung"] = (await ada.Does<TakeSeat, SeatTaken>(new TakeSeat(made.Id, CalendarTown.Evening.Start, "Ada", null, true, [""], "de"))).Code!;
        byRoute["/kalender/mein"] = (await Hub.Services.GetRequiredService<MyFeeds>().Path(ada.Id, TestContext.Current.CancellationToken))!.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        byRoute["/kalender/bilder"] = (await Hub.Ask<Guid>("select id from calendar.pictures where event = $1", made.Id)).ToString();
        byRoute["/kalender/leitung/quelle"] = (await rosa.Does<AddFeed, Guid>(new AddFeed("Verein", "https://verein.invalid/" + ada.Id.ToString("N"), "leben"))).ToString();
        // Asked for just now: what the clock would do by itself in the next minutes is no change of a get.
        await Hub.Tamper("update hub.mt_doc_feedsource set data = jsonb_set(data, '{askedAt}', to_jsonb(now()))");
    }

    /// <summary>A meeting with minutes in two editions.</summary>
    private async Task Groups()
    {
        var jonas = await GroupTown.Leads(Hub, WorkingGroup.All[0]);
        var meeting = await GroupTown.Meeting(jonas, days: -1, group: WorkingGroup.All[0]);
        await GroupTown.Item(jonas, meeting);
        foreach (var opening in new[] { "Guten Abend.", "Guten Tag." })
        {
            Assert.Null(await jonas.Asks(new WriteMinutes(meeting, 3, opening, [], [], (await GroupTown.Now(Hub, meeting)).Writing.Stamp())));
            Assert.Null(await jonas.Asks(new PublishMinutes(meeting)));
        }
        byRoute[MeetingRoute] = meeting.ToString();
        // One of everything else: a table that is made when it is first read is no change of a get.
        Assert.Null(await jonas.Asks(new AddTask(GroupTown.NewId(), WorkingGroup.All[0], "Saal bestellen", null, new DateOnly(2030, 1, 1))));
        Assert.Null(await jonas.Asks(new SetGroupRules(WorkingGroup.All[0], true)));
        Assert.Null(await (await Somebody.In(Hub)).Asks(new JoinGroup(WorkingGroup.All[0])));
        // Mails of notices follow by themselves.
        await Hub.Tamper("update people.notices set \"MailedAt\" = now() where \"Kind\" like 'group-%'");
        byRoute[DocumentRoute] = (await jonas.Does<AddDocument, Guid>(new AddDocument(WorkingGroup.All[0], "Papier", true, SomePicture.Pdf))).ToString();
    }

    private const string MeetingRoute = "/gruppen/{key}/treffen", DocumentRoute = "/gruppen/{key}/dokumente";

    /// <summary>Links as they stand in mails: each is still good.</summary>
    private async Task Letters(Somebody ada)
    {
        using var guest = new Guest(Hub);
        var mail = Newcomer.Mail("neu");
        await guest.Registers(mail);
        byRoute["/konto/bestaetigen"] = await Newcomer.Code(Hub, "confirm", mail);
        await guest.Sends("/passwort-vergessen", "vergessen", ("Form.Mail", ada.Mail));
        byRoute["/passwort-neu"] = await Newcomer.Code(Hub, "reset", ada.Mail);
        var moved = Newcomer.Mail("ada");
        Assert.Null(await ada.Asks(new ChangeMail(moved)));
        byRoute["/konto/adresse"] = await Newcomer.Code(Hub, "confirm-mail", moved);
        var anke = await Somebody.Administrator(Hub);
        var invited = Newcomer.Mail("mona");
        Assert.Null(await anke.Asks(new Invite(invited, Role.Press, null, "Für den Herbst")));
        byRoute["/einladung"] = await Newcomer.Code(Hub, "invitation", invited);
        byRoute["/abbestellen"] = Hub.Services.GetRequiredService<UnsubscribeCodes>().Path(ada.Id, ["answer"]).Split('/')[^1];
        var folder = Hub.Services.GetRequiredService<FolderCarrier>().Folder;
        await Eventually.Holds(() => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.eml").Any(), "No mail came.");
        byRoute["/verwaltung/postausgang"] = System.IO.Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Last());
    }

    private string Part(RoutePattern route, RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { IsCatchAll: true } => "*",
        RoutePatternParameterPart { Name: var name } when route.RawText!.TrimStart('/').StartsWith("gruppen/{", StringComparison.OrdinalIgnoreCase) => name.Equals("key", StringComparison.OrdinalIgnoreCase) ? byRoute["/gruppen"] : byRoute[route.RawText!.Contains("/dokumente/", StringComparison.Ordinal) ? DocumentRoute : MeetingRoute],
        RoutePatternParameterPart { Name: var name } when !name.Equals("code", StringComparison.OrdinalIgnoreCase) && byName.TryGetValue(name, out var named) && !(IsId(name) && IdAt(route) is not null) => named,
        RoutePatternParameterPart when At(byRoute, route) is { } found => found,
        RoutePatternParameterPart parameter => throw new InvalidOperationException($"{route.RawText}: nothing is known for {parameter.Name}. Give the town one."),
        _ => "",
    };

    private static bool IsId(string name) => name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.Equals("slug", StringComparison.OrdinalIgnoreCase);

    /// <summary>An id is that of a poll, but on these pages.</summary>
    private string? IdAt(RoutePattern route) => At(byRoute.Where(r => r.Key is "/kalender" or "/markt" or "/kalender/vorschau" or "/kalender/bilder" or "/presse/bilder" or "/presse/redaktion" or "/presse/mappe" or "/presse/vorschau" or "/ideen/entscheidungen" or "/ideen/bilder" or "/ideen/dokumente" or "/verwaltung/personen" or "/verwaltung/rueckmeldungen" or "/stimmen/bild" or "/verwaltung/stimmen" or "/videos/film" or "/videos/untertitel" or "/verwaltung/videos" or "/stimmen" or "/videos"), route);

    private static string? At(IEnumerable<KeyValuePair<string, string>> values, RoutePattern route) =>
        values.Where(r => route.RawText!.TrimStart('/').StartsWith(r.Key.TrimStart('/') + "/", StringComparison.OrdinalIgnoreCase)).OrderByDescending(r => r.Key.Length).Select(r => r.Value).FirstOrDefault();
}
