using Marten;
using Weasel.Postgresql.Tables;

namespace Gera.Hub.Features.Halls;

/// <summary>Plain tables beside the event store: keys that cannot exist twice, and secrets that leave no trace of order.</summary>
internal static class HallTables
{
    public const string Schema = "halls";

    /// <summary>States of <c>halls.polls</c>, the row that decides between a vote and a close.</summary>
    public const short Prepared = 0, Open = 1, Closed = 2;

    public static void AddHallTables(this StoreOptions options)
    {
        Table Named(string name)
        {
            var table = new Table(new Weasel.Postgresql.PostgresqlObjectName(Schema, name, Weasel.Postgresql.SchemaUtils.IdentifierUsage.General));
            options.Storage.ExtendedSchemaObjects.Add(table);
            return table;
        }

        var polls = Named("polls");
        polls.AddColumn<Guid>("id").AsPrimaryKey();
        polls.AddColumn<Guid>("session").NotNull();
        polls.AddColumn("state", "smallint").NotNull();
        polls.AddColumn("salt", "bytea").NotNull();
        polls.AddColumn("closes_at", "timestamptz");
        polls.Indexes.Add(new IndexDefinition("polls_due") { Columns = ["closes_at"], Predicate = "state = 1" });

        // One open ballot per poll and voter, and what it says now.
        var marks = Named("ballot_marks");
        marks.AddColumn<Guid>("poll").AsPrimaryKey();
        marks.AddColumn<Guid>("voter").AsPrimaryKey();
        marks.AddColumn("key", "text").NotNull();
        marks.AddColumn("choice", "integer[]").NotNull();
        // Cast or last changed; null for ballots of a release that did not keep it here. Beside the mark it is found by key, in the boxes only by reading them all.
        marks.AddColumn("at", "timestamptz");

        // Later attempts of a voter whose choice may change: the answer each key was given.
        var keys = Named("ballot_keys");
        keys.AddColumn<Guid>("poll").AsPrimaryKey();
        keys.AddColumn<Guid>("voter").AsPrimaryKey();
        keys.AddColumn("key", "text").AsPrimaryKey();
        keys.AddColumn("status", "text").NotNull();

        var boxes = Named("boxes");
        boxes.AddColumn<Guid>("poll").AsPrimaryKey();
        boxes.AddColumn<Guid>("box").AsPrimaryKey();

        // Words of text polls: erasable, hence apart from the events that only hold a salted hash of them.
        var words = Named("words");
        words.AddColumn<Guid>("poll").AsPrimaryKey();
        words.AddColumn("receipt", "text").AsPrimaryKey();
        words.AddColumn("words", "text").NotNull();
        words.AddColumn("salt", "bytea").NotNull();
        words.AddColumn("state", "smallint").NotNull();

        // Opened secret boxes: rewritten in random order at close, in one transaction.
        var openedMarks = Named("opened_marks");
        openedMarks.AddColumn<Guid>("poll").AsPrimaryKey();
        openedMarks.AddColumn<Guid>("voter").AsPrimaryKey();
        var openedBallots = Named("opened_ballots");
        openedBallots.AddColumn<Guid>("poll").AsPrimaryKey();
        openedBallots.AddColumn<Guid>("id").AsPrimaryKey();
        openedBallots.AddColumn("choice", "integer[]").NotNull();

        var cards = Named("cards");
        cards.AddColumn<Guid>("id").AsPrimaryKey();
        cards.AddColumn<Guid>("session").NotNull();
        cards.AddColumn("number", "integer").NotNull();
        cards.AddColumn("code_hash", "bytea").NotNull();
        cards.AddColumn("state", "smallint").NotNull();
        cards.AddColumn<Guid>("seat").NotNull();
        cards.Indexes.Add(new IndexDefinition("cards_code") { Columns = ["session", "code_hash"], IsUnique = true });
        cards.Indexes.Add(new IndexDefinition("cards_number") { Columns = ["session", "number"], IsUnique = true });
        cards.Indexes.Add(new IndexDefinition("cards_seat") { Columns = ["seat"], IsUnique = true });

        // Questions a seat may ask, by number: of fifty at once only as many are in as there are numbers.
        var asked = Named("question_slots");
        asked.AddColumn<Guid>("session").AsPrimaryKey();
        asked.AddColumn<Guid>("seat").AsPrimaryKey();
        asked.AddColumn("slot", "smallint").AsPrimaryKey();

        var upvotes = Named("upvotes");
        upvotes.AddColumn<Guid>("question").AsPrimaryKey();
        upvotes.AddColumn<Guid>("seat").AsPrimaryKey();
    }

    /// <summary>Names of the two tables of one secret box while it is closed. Dropped, files and all, when it is opened.</summary>
    public static (string Marks, string Ballots) SecretBox(Guid poll) => ($"{Schema}.secret_{poll:N}_marks", $"{Schema}.secret_{poll:N}_ballots");
}
