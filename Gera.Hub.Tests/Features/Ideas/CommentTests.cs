using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.People.Data;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Features.Ideas;

/// <summary>What people say about an idea: once, by themselves, two deep, and only where the idea may be read.</summary>
public sealed class CommentTests(HubFixture home)
{
    // Known bad: a like without its key counts as often as it is pressed.
    [Fact]
    public async Task Fifty_likes_of_one_person_at_once_are_one()
    {
        var hub = await home.Own(null, ("Paces:Persons", "100"));
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        var comment = await town.Comment(anna, idea);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bogdan.Asks(new LikeComment(comment, true)))), code => Assert.Contains(code, new[] { null, "busy" }));
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from ideas.likes where comment = $1", comment));
        Assert.Equal("own_comment", await anna.Asks(new LikeComment(comment, true)));
        Assert.Null(await bogdan.Asks(new LikeComment(comment, false)));
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from ideas.likes where comment = $1", comment));
    }

    [Fact]
    public async Task Threads_are_two_deep_and_whom_it_concerns_is_told_once()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan, clara) = (await Somebody.In(hub, name: "Anna Weber"), await Somebody.In(hub, name: "Bogdan Ilić"), await Somebody.In(hub));
        var idea = await town.Idea(anna, shown: AuthorShown.Anonymous);
        var first = await town.Comment(bogdan, idea, "Bitte mit Schatten.");
        var reply = await town.Comment(clara, idea, "Ja, unbedingt.", first);
        await town.Comment(bogdan, idea, "Danke!", reply);
        await town.Comment(clara, idea, "Und Licht.");
        var (comments, threads, all) = await List(hub).Of(idea.Id, CommentOrder.Oldest, 1, null, TestContext.Current.CancellationToken);
        Assert.Equal((2, 4), (threads, all));
        Assert.Equal(["Ja, unbedingt.", "Danke!"], comments[0].Replies.Select(r => r.Words));
        // Three on her idea that answer nobody else than others: one notice, three times.
        Assert.Equal(4, await hub.Ask<int>("select \"Times\" from people.notices where \"UserId\" = $1 and \"Kind\" = 'idea-commented'", anna.Id));
        Assert.Equal(1, await hub.Ask<int>("select \"Times\" from people.notices where \"UserId\" = $1 and \"Kind\" = 'comment-replied'", bogdan.Id));
        Assert.Equal(1, await hub.Ask<int>("select \"Times\" from people.notices where \"UserId\" = $1 and \"Kind\" = 'comment-replied'", clara.Id));
        // Whoever wrote the idea without a name is not named by what they answer.
        await town.Comment(anna, idea, "Schatten ist geplant.", first);
        using var anyone = Leader.Nobody(hub);
        var page = (await anyone.Get($"/ideen/{idea.Number}")).Raw;
        Assert.Contains("Schatten ist geplant.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Weber", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_comment_sent_twice_is_one_and_liked_ones_come_first()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        var wish = new AddComment(new NewComment(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), idea.Id, null, Mark.Contra, "Zu teuer."));
        foreach (var code in await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bogdan.Asks<AddComment, Guid>(wish)))) Assert.Contains(code, new[] { null, "conflict" });
        Assert.Null(await bogdan.Asks<AddComment, Guid>(wish));
        Assert.Equal("not_found", await anna.Asks<AddComment, Guid>(wish));
        var later = new List<Guid>();
        for (var n = 0; n < 20; n++) later.Add(await town.Comment(n < 10 ? anna : bogdan, idea, $"Nummer {n}"));
        await anna.Asks(new LikeComment(wish.New.Comment, true));
        var list = List(hub);
        Assert.Equal(wish.New.Comment, (await list.Of(idea.Id, CommentOrder.Liked, 1, anna.Id, TestContext.Current.CancellationToken)).Comments[0].Id);
        Assert.Equal(later[^1], (await list.Of(idea.Id, CommentOrder.Newest, 1, null, TestContext.Current.CancellationToken)).Comments[0].Id);
        Assert.Equal([wish.New.Comment], (await list.Of(idea.Id, CommentOrder.Newest, 2, null, TestContext.Current.CancellationToken)).Comments.Select(c => c.Id));
        Assert.Equal(2, await list.PageOf(idea.Id, wish.New.Comment, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_to_the_author_is_told_as_one_and_shows_that_it_was_answered()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        var question = await town.Comment(bogdan, idea, "Wer reinigt den Brunnen?", mark: Mark.Question);
        Assert.Equal(["idea-asked"], await hub.Ask<string[]>("select array_agg(\"Kind\") from people.notices where \"UserId\" = $1", anna.Id));
        using var anyone = Leader.Nobody(hub);
        Assert.DoesNotContain("Frage, beantwortet", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);
        await town.Comment(bogdan, idea, "Ich frage noch einmal.", question, Mark.Neutral);
        Assert.DoesNotContain("Frage, beantwortet", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);
        await town.Comment(anna, idea, "Die Stadtwerke.", question, Mark.Neutral);
        Assert.Contains("Frage, beantwortet", (await anyone.Get($"/ideen/{idea.Number}")).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_author_mends_a_comment_and_only_for_a_quarter_of_an_hour()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        var comment = await town.Comment(bogdan, idea);
        Assert.Equal("not_allowed", await anna.Asks(new RewordComment(comment, Mark.Contra, "Nein.")));
        Assert.Equal("text_too_long", await bogdan.Asks(new RewordComment(comment, Mark.Contra, new string('x', 2_001))));
        Assert.Null(await bogdan.Asks(new RewordComment(comment, Mark.Contra, "Doch nicht.")));
        Assert.Null(await bogdan.Asks(new WithdrawComment(comment)));
        Assert.Equal("not_found", await bogdan.Asks(new WithdrawComment(comment)));
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from ideas.comment_words where comment = $1", comment));
        var fresh = new Comment(comment, idea.Id, null, bogdan.Id, Mark.Neutral, false, CommentState.Published, Some.Evening);
        Assert.Null(fresh.RefuseChange(Some.Evening.AddMinutes(14.9)));
        Assert.Equal("edit_over", fresh.RefuseChange(Some.Evening.AddMinutes(15))?.Code);
    }

    [Fact]
    public async Task Where_an_idea_is_not_for_everyone_nobody_comments()
    {
        var hub = await home.Hub();
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var sealedIdea = await (await IdeaTown.Make(hub, IdeaTown.Rules with { Sealed = true })).Idea(anna);
        var waiting = await (await IdeaTown.Make(hub, IdeaTown.Rules with { Moderated = true })).Idea(anna);
        foreach (var person in new[] { anna, bogdan })
            foreach (var idea in new[] { sealedIdea, waiting })
                Assert.Equal("not_found", await person.Asks<AddComment, Guid>(new AddComment(new NewComment(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), idea.Id, null, Mark.Pro, "Gut."))));
        var open = await (await IdeaTown.Make(hub)).Idea(anna);
        Assert.Null(await anna.Asks(new WithdrawIdea(open.Id, null)));
        Assert.Equal("comments_closed", await bogdan.Asks<AddComment, Guid>(new AddComment(new NewComment(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), open.Id, null, Mark.Pro, "Gut."))));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task With_the_account_its_name_goes_and_the_words_if_so_wished(bool keep)
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub);
        var (anna, bogdan) = (await Somebody.In(hub), await Somebody.In(hub));
        var idea = await town.Idea(anna);
        var (comment, other) = (await town.Comment(bogdan, idea, "Meine Worte."), await town.Comment(anna, idea, "Ihre Worte."));
        Assert.Null(await bogdan.Asks(new LikeComment(other, true)));
        await using (var scope = hub.Services.CreateAsyncScope())
        {
            var rooms = scope.ServiceProvider.GetServices<IPersonalData>().ToArray();
            Assert.Contains("Meine Worte.", (await rooms.Single(r => r.Section == "comments").Export(bogdan.Id, TestContext.Current.CancellationToken))!["comments"]!.ToString(), StringComparison.Ordinal);
            await using var session = hub.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            foreach (var room in rooms.Where(r => r.Section is "ideas" or "comments" or "moderation")) await room.Erase(bogdan.Id, keep, session, TestContext.Current.CancellationToken);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(keep ? 1L : 0L, await hub.Ask<long>("select count(*) from ideas.comment_words where comment = $1", comment));
        Assert.Equal(1L, await hub.Ask<long>("select count(*) from ideas.likes where comment = $1 and person <> $2", other, bogdan.Id));
        Assert.Equal(0L, await hub.Ask<long>("select count(*) from hub.mt_doc_comment where data::text like '%' || $1 || '%'", bogdan.Id.ToString()));
    }

    [Fact]
    public async Task A_comment_on_a_paragraph_says_which_and_that_the_words_have_changed()
    {
        var hub = await home.Hub();
        var town = await IdeaTown.Make(hub, IdeaTown.Rules with { EditMinutes = 0 });
        var anna = await Somebody.In(hub);
        var words = IdeaTown.Words("Drei Absätze") with { Body = "Zuerst der Schatten.\n\nDann *das Wasser* am Platz.\n\n* eins\n* zwei" };
        var idea = await anna.Does<SubmitIdea, IdeaTaken>(new SubmitIdea(Newsroom.NewId(), town.Key, IdeaTown.Category, words, AuthorShown.Name, null));
        var bogdan = await Somebody.In(hub);
        foreach (var wrong in new[] { 0, 4, -1, int.MaxValue }) Assert.Equal("no_paragraph", await bogdan.Asks<AddComment, Guid>(new AddComment(new NewComment(Newsroom.NewId(), idea.Id, null, Mark.Pro, "Hier?") { Paragraph = wrong })));
        await bogdan.Does<AddComment, Guid>(new AddComment(new NewComment(Newsroom.NewId(), idea.Id, null, Mark.Pro, "Genau hier.") { Paragraph = 2 }));
        using var anyone = Leader.Nobody(hub);
        var page = System.Net.WebUtility.HtmlDecode((await anyone.Get($"/ideen/{idea.Number}")).Raw);
        Assert.Contains("Zu Absatz 2:</a> „Dann das Wasser am Platz.“", page, StringComparison.Ordinal);
        Assert.Contains("id=\"absatz-3\"", page, StringComparison.Ordinal);

        Assert.Null(await anna.Asks(new RewordIdea(idea.Id, 1, words with { Body = "Ganz anders." })));
        var after = System.Net.WebUtility.HtmlDecode((await anyone.Get($"/ideen/{idea.Number}")).Raw);
        Assert.Contains("Zu Absatz 2 einer früheren Fassung:</a> „Dann das Wasser am Platz.“", after, StringComparison.Ordinal);
    }

    private static CommentList List(RunningHub hub) => hub.Services.GetRequiredService<CommentList>();
}
