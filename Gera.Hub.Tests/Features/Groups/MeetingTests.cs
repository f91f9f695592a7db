using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Groups;

/// <summary>Meetings: who is told of them, the votes they begin, the minutes that come of them.</summary>
public sealed class MeetingTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invitations_go_to_each_member_once_however_often_the_leader_presses()
    {
        var hub = await home.Hub();
        var (jonas, ada, bo) = (await GroupTown.Leads(hub, "energie"), await GroupTown.Member(hub, "energie"), await Somebody.In(hub));
        var meeting = await GroupTown.Meeting(jonas, group: "energie");
        Task<long> Mails(Somebody to) => hub.Ask<long>("select count(*) from people.mails where \"UserId\" = $1 and \"Kind\" = 'meeting-invitation'", to.Id);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => jonas.Asks(new InviteMembers(meeting))));
        Assert.Null(await jonas.Asks(new InviteMembers(meeting)));
        Assert.Equal((1, 0), (await Mails(ada), await Mails(bo)));
        // Who joined since gets theirs; who has one gets none.
        Assert.Null(await bo.Asks(new JoinGroup("energie")));
        Assert.Null(await jonas.Asks(new InviteMembers(meeting)));
        Assert.Equal((1, 1), (await Mails(ada), await Mails(bo)));
        Assert.Null(await jonas.Asks(new ChangeMeeting(meeting, GroupTown.Facts() with { Place = "Orangerie" })));
        Assert.Null(await jonas.Asks(new InviteMembers(meeting)));
        Assert.Equal((2, 2), (await Mails(ada), await Mails(bo)));
        Assert.Null(await jonas.Asks(new CancelMeeting(meeting, "Der Saal ist besetzt.")));
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.mails where \"UserId\" = $1 and \"Kind\" = 'meeting-cancelled'", ada.Id));
        Assert.Equal("meeting_cancelled", await jonas.Asks(new InviteMembers(meeting)));
    }

    [Fact]
    public async Task A_public_meeting_stands_in_the_calendar_and_moves_and_ends_there_with_it()
    {
        var hub = await home.Hub();
        var jonas = await GroupTown.Leads(hub);
        var title = "Wegetreffen " + jonas.Id.ToString("N")[^6..];
        var meeting = await GroupTown.Meeting(jonas, title);
        var dates = hub.Services.GetRequiredService<MeetingDates>();
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Null(await dates.Sync(meeting, jonas.Caller, Stop));
        var path = await dates.Path(await GroupTown.Now(hub, meeting), Stop);
        using var anyone = Leader.Nobody(hub);
        Assert.Contains($"/gruppen/stadt/treffen/{meeting}", (await anyone.Get(path!)).Raw, StringComparison.Ordinal);
        Assert.Equal(1, await hub.Ask<long>("select count(*) from calendar.words where title = $1 and is_current", title));
        Assert.Null(await jonas.Asks(new ChangeMeeting(meeting, GroupTown.Facts(title, 8) with { Place = "Orangerie" })));
        Assert.Null(await dates.Sync(meeting, jonas.Caller, Stop));
        Assert.Contains("Orangerie", (await anyone.Get(path!)).Raw, StringComparison.Ordinal);
        Assert.Null(await jonas.Asks(new CancelMeeting(meeting, "Der Saal ist besetzt.")));
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Null(await dates.Sync(meeting, jonas.Caller, Stop));
        Assert.Contains("EventCancelled", (await anyone.Get(path!)).Raw, StringComparison.Ordinal);
    }

    // Known bad: with the check of the reader left out of MeetingBoard.One, the page and the file tell.
    [Fact]
    public async Task Nothing_tells_anybody_else_of_a_meeting_among_members()
    {
        var hub = await home.Hub();
        var (jonas, ada, mira, bo) = (await GroupTown.Leads(hub), await Somebody.WithPassword(hub), await Somebody.WithPassword(hub, new Granted(Role.Leader, "energie")), await Somebody.WithPassword(hub));
        Assert.Null(await ada.Asks(new JoinGroup(GroupTown.Group)));
        var word = "Klausur" + jonas.Id.ToString("N")[^8..];
        var meeting = await GroupTown.Meeting(jonas, word, -1, isPublic: false);
        var coming = await GroupTown.Meeting(jonas, word, 5, isPublic: false);
        var (item, _) = await GroupTown.Item(jonas, meeting, word, $"{word}?");
        var code = (await GroupTown.Begins(jonas, meeting, item)).Value;
        foreach (var id in new[] { meeting, coming }) Assert.Null(await hub.Services.GetRequiredService<MeetingDates>().Sync(id, jonas.Caller, Stop));
        Assert.Null(await jonas.Asks(new InviteMembers(coming)));
        string[] below = ["", "/druck", "/termin.ics", "/protokoll", "/fassungen", "/bearbeiten", "/punkt"];
        string[] addresses = [.. new[] { meeting, coming }.SelectMany(id => below.Select(b => $"/gruppen/stadt/treffen/{id}{b}")), "/gruppen/stadt", "/gruppen/stadt/treffen", "/kalender", $"/kalender?suche={word}", "/kalender.ics", $"/suche?q={word}", "/sitemap.xml", "/", "/live"];
        foreach (var reader in new[] { null, bo, mira })
        {
            using var guest = await Reader(hub, reader);
            foreach (var address in addresses)
            {
                var page = (await guest.Sees(address)).Raw.Replace($"value=\"{word}\"", "", StringComparison.Ordinal).Replace($"q={word}", "", StringComparison.Ordinal).Replace($"suche={word}", "", StringComparison.Ordinal).Replace($"„{word}“", "", StringComparison.Ordinal).Replace($"&#x201E;{word}&#x201C;", "", StringComparison.Ordinal).Replace($"<title>{word}", "", StringComparison.Ordinal);
                Assert.False(page.Contains(word, StringComparison.OrdinalIgnoreCase) || page.Contains(code, StringComparison.Ordinal), $"{address} tells of a meeting among members.");
            }
        }
        Assert.Equal("not_found", await mira.Asks(new InviteMembers(coming)));
        Assert.Equal(1, await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = 'meeting-invitation' and \"UserId\" = $1", ada.Id));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from people.mails m where m.\"Kind\" = 'meeting-invitation' and m.\"Key\" like '%' || $1 || '%' and not exists (select from hub.mt_doc_groupmember g where g.data ->> 'group' = 'stadt' and g.data ->> 'person' = m.\"UserId\"::text)", coming.ToString()));
        Assert.Equal(0, await hub.Ask<long>("select count(*) from calendar.words where title = $1", word));
        // Members see both.
        using var member = await Reader(hub, ada);
        Assert.Contains(word, (await member.Sees($"/gruppen/stadt/treffen/{coming}")).Raw, StringComparison.Ordinal);
        Assert.Contains(code, (await member.Sees($"/gruppen/stadt/treffen/{meeting}")).Raw, StringComparison.Ordinal);
    }

    // Known bad: with fresh ids in VoteStart, pressing twice makes two sessions.
    [Fact]
    public async Task Pressed_at_once_and_again_an_item_has_one_session_with_each_poll_once()
    {
        var hub = await home.Hub();
        var jonas = await GroupTown.Leads(hub);
        var meeting = await GroupTown.Meeting(jonas, days: -1);
        var (item, poll) = await GroupTown.Item(jonas, meeting);
        var codes = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GroupTown.Begins(jonas, meeting, item)))).Where(a => a.Granted).Select(a => a.Value).Append((await GroupTown.Begins(jonas, meeting, item)).Value).Distinct().ToArray();
        Assert.Single(codes);
        Assert.Equal((1, 1), (await hub.Ask<long>("select count(*) from hub.mt_doc_hall where data ->> 'code' = $1", codes[0]), await hub.Ask<long>("select count(*) from halls.polls where id = $1", poll)));
        // A poll that was added goes to the same session when the leader presses again, and so does another item's.
        var added = GroupTown.NewId();
        Assert.Null(await jonas.Asks(new WriteAgendaItem(meeting, item, "Tempo 30", 20, null, [new AgendaPoll(poll, "Soll vor Schulen Tempo 30 gelten?", "motion", [], false), new AgendaPoll(added, "Ab wann?", "single", ["Sofort", "Im Sommer"], false)])));
        var (other, third) = await GroupTown.Item(jonas, meeting, "Bänke", "Mehr Bänke?");
        foreach (var next in new[] { item, other }) Assert.Equal(codes[0], (await GroupTown.Begins(jonas, meeting, next)).Value);
        Assert.Equal(3, await hub.Ask<long>("select count(*) from halls.polls p where p.session = (select session from halls.polls where id = $1)", poll));
        // Once that session is over, what is left is voted on in another one.
        var session = await hub.Ask<Guid>("select session from halls.polls where id = $1", poll);
        Assert.Null(await jonas.Asks(new EndSession(session)));
        Assert.Equal("agenda_voted_already", (await GroupTown.Begins(jonas, meeting, other)).Refusal?.Code);
        var (late, _) = await GroupTown.Item(jonas, meeting, "Brunnen", "Ein Brunnen?");
        Assert.NotEqual(codes[0], (await GroupTown.Begins(jonas, meeting, late)).Value);
        Assert.Equal(2, (await GroupTown.Now(hub, meeting)).Sessions.Count);
        Assert.Equal("agenda_item_voted", await jonas.Asks(new DropAgendaItem(meeting, other)));
        Assert.NotEqual(third, poll);
    }

    [Fact]
    public async Task Minutes_take_their_results_from_the_votes_and_keep_every_edition()
    {
        var hub = await home.Hub();
        var (jonas, ada) = (await GroupTown.Leads(hub), await GroupTown.Member(hub));
        var word = "Zebrastreifen" + jonas.Id.ToString("N")[^8..];
        var meeting = await GroupTown.Meeting(jonas, word, -1);
        var (item, poll) = await GroupTown.Item(jonas, meeting);
        var code = (await GroupTown.Begins(jonas, meeting, item)).Value;
        Assert.Null(await jonas.Asks(new OpenPoll(poll)));
        await using (var crowd = await Crowd.Join(hub, code, 3))
            foreach (var (voter, n) in crowd.Voters.Select((v, n) => (v, n))) await voter.Vote(poll.ToString(), new[] { n == 0 ? 2 : 1 });
        using var anyone = Leader.Nobody(hub);
        var page = $"/gruppen/stadt/treffen/{meeting}";
        // Before it is closed a vote has no number here, and while its session runs minutes stay a draft.
        var notes = new[] { new ItemNote(item, $"{word}: lange beraten.", "Wir schlagen es vor.") };
        Assert.Null(await jonas.Asks(new WriteMinutes(meeting, 4, "Guten Abend.", notes, [ada.Id, jonas.Id], MinutesWords.Empty.Stamp())));
        Assert.Equal("minutes_draft_old", await jonas.Asks(new WriteMinutes(meeting, 5, "Anderes.", notes, [], MinutesWords.Empty.Stamp())));
        Assert.Equal("minutes_votes_run", await jonas.Asks(new PublishMinutes(meeting)));
        Assert.DoesNotContain("lange beraten", (await anyone.Get(page)).Raw, StringComparison.Ordinal);
        Assert.Null(await jonas.Asks(new ClosePoll(poll)));
        Assert.Null(await jonas.Asks(new EndSession(await hub.Ask<Guid>("select session from halls.polls where id = $1", poll))));
        Assert.Null(await jonas.Asks(new PublishMinutes(meeting)));
        foreach (var path in new[] { page, page + "/druck" })
        {
            var look = await Look.Of(path, await Fetch(hub, path));
            Assert.Contains("lange beraten", look.Text, StringComparison.Ordinal);
            Assert.Contains("Anwesend: Mitglieder 1, Gäste 4", look.Text, StringComparison.Ordinal);
            var rows = look.Page.QuerySelectorAll(".vote tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))).ToArray();
            Assert.Equal(["Ja|2|66,7 %", "Nein|1|33,3 %", "Enthaltung|0|0,0 %"], rows);
        }
        // Names are nobody's business: of the member who was there only the number is told.
        Assert.DoesNotContain(ada.Id.ToString(), (await anyone.Get(page)).Raw, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await anyone.Get($"/suche?q={word}")).Raw.Contains(page, StringComparison.Ordinal), "The search does not find the minutes.");
        Assert.Contains(page, (await anyone.Get("/gruppen/stadt")).Raw, StringComparison.Ordinal);

        var stamp = (await GroupTown.Now(hub, meeting)).Writing.Stamp();
        Assert.Null(await jonas.Asks(new WriteMinutes(meeting, 4, "Guten Abend.", [new ItemNote(item, $"{word}: kurz beraten.", "Wir schlagen es vor.")], [ada.Id], stamp)));
        Assert.Contains("lange beraten", (await anyone.Get(page)).Raw, StringComparison.Ordinal);
        Assert.Null(await jonas.Asks(new PublishMinutes(meeting)));
        Assert.Equal("minutes_nothing_written", await jonas.Asks(new PublishMinutes(meeting)));
        var editions = await Look.Of(page, await Fetch(hub, page + "/fassungen"));
        Assert.Contains("lange", editions.Page.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("kurz", editions.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_file_says_the_same_to_equal_questions()
    {
        var hub = await home.Hub();
        var jonas = await GroupTown.Leads(hub);
        var meeting = await GroupTown.Meeting(jonas, "Wege; Plätze, Bäume\u202E");
        using var anyone = Leader.Nobody(hub);
        var (first, second) = (await anyone.Get($"/gruppen/stadt/treffen/{meeting}/termin.ics"), await anyone.Get($"/gruppen/stadt/treffen/{meeting}/termin.ics"));
        Assert.Equal(first.Raw, second.Raw);
        Assert.Contains("SUMMARY:Wege\\; Plätze\\, Bäume\r\n", first.Raw, StringComparison.Ordinal);
        Assert.Contains(hub.Services.GetRequiredService<PublicAddress>().Of($"/gruppen/stadt/treffen/{meeting}"), first.Raw.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", first.Raw, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Fetch(RunningHub hub, string path)
    {
        using var http = new HttpClient { BaseAddress = hub.Address };
        return await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
    }

    /// <summary>Somebody at a browser, logged in.</summary>
    private static async Task<Guest> Reader(RunningHub hub, Somebody? somebody)
    {
        var guest = new Guest(hub);
        if (somebody is not null) await guest.LogsIn(somebody.Person.Mail, somebody.Person.Password);
        return guest;
    }
}
