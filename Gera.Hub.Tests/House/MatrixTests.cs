using System.Reflection;
using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Accounts.Passkeys;
using Xunit;

namespace Gera.Hub.Tests.House;

/// <summary>Every role × every verb × own, foreign and missing object, through the real door. A verb without a row fails; what is refused changes nothing.</summary>
public sealed class MatrixTests(HubFixture home)
{
    /// <summary>Verbs found in the app: the wish, its answer, and the permission it names.</summary>
    private static readonly Type[] Wishes = [.. typeof(Door).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false }).SelectMany(t => t.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>)).Select(i => i.GetGenericArguments()[0]).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>One row a verb: what it asks of a person, and a wish of that kind about an object.</summary>
    private static readonly Dictionary<Type, (Permission Needs, Func<Target, object> Wish)> Rows = new()
    {
        [typeof(StartSession)] = (Permission.Lead, _ => new StartSession("Probe", Access.Anyone)),
        [typeof(TakeCardSeat)] = (Permission.Anyone, t => new TakeCardSeat(t.Code, "AAAA-AAAA-AAAA")),
        [typeof(EndSession)] = (Permission.LeadThis, t => new EndSession(t.Hall)),
        [typeof(ArrangePolls)] = (Permission.LeadThis, t => new ArrangePolls(t.Hall, [t.Poll])),
        [typeof(SetQuestionRules)] = (Permission.LeadThis, t => new SetQuestionRules(t.Hall, QuestionRules.Default)),
        [typeof(PreparePoll)] = (Permission.LeadThis, t => new PreparePoll(t.Hall, Some.Draft())),
        [typeof(RewordPoll)] = (Permission.LeadThis, t => new RewordPoll(t.Poll, Some.Draft())),
        [typeof(DuplicatePoll)] = (Permission.LeadThis, t => new DuplicatePoll(t.Poll)),
        [typeof(OpenPoll)] = (Permission.LeadThis, t => new OpenPoll(t.Poll)),
        [typeof(ClosePoll)] = (Permission.LeadThis, t => new ClosePoll(t.Poll)),
        [typeof(ReopenPoll)] = (Permission.LeadThis, t => new ReopenPoll(t.Poll)),
        [typeof(CountDown)] = (Permission.LeadThis, t => new CountDown(t.Poll, 60)),
        [typeof(StopCountDown)] = (Permission.LeadThis, t => new StopCountDown(t.Poll)),
        [typeof(ShowOrHide)] = (Permission.LeadThis, t => new ShowOrHide(t.Poll, true)),
        [typeof(AnnulPoll)] = (Permission.LeadThis, t => new AnnulPoll(t.Poll, "Probe")),
        [typeof(DropPoll)] = (Permission.LeadThis, t => new DropPoll(t.Poll)),
        [typeof(ModerateWord)] = (Permission.LeadThis, t => new ModerateWord(t.Poll, "nobody's", true)),
        [typeof(IssueCards)] = (Permission.LeadThis, t => new IssueCards(t.Hall, 1)),
        [typeof(RevokeCard)] = (Permission.LeadThis, t => new RevokeCard(t.Hall, 1, false)),
        [typeof(ModerateQuestion)] = (Permission.LeadThis, t => new ModerateQuestion(t.Question, Moderation.Show)),
        [typeof(PinQuestion)] = (Permission.LeadThis, t => new PinQuestion(t.Hall, t.Question)),
        [typeof(AskQuestion)] = (Permission.Seat, t => new AskQuestion(t.Hall, "Wann kommt der Bus?")),
        [typeof(UpvoteQuestion)] = (Permission.Seat, t => new UpvoteQuestion(t.Question)),
        [typeof(OpenAccount)] = (Permission.Anyone, _ => new OpenAccount("", "", "", false, "de")),
        [typeof(ConfirmAccount)] = (Permission.Anyone, _ => new ConfirmAccount("")),
        [typeof(ForgotPassword)] = (Permission.Anyone, _ => new ForgotPassword("")),
        [typeof(ResetPassword)] = (Permission.Anyone, _ => new ResetPassword("", "")),
        [typeof(ConfirmMail)] = (Permission.Anyone, _ => new ConfirmMail("")),
        [typeof(ChangeMail)] = (Permission.Account, _ => new ChangeMail("")),
        [typeof(ChangePassword)] = (Permission.Account, _ => new ChangePassword("")),
        [typeof(ChangeProfile)] = (Permission.Account, _ => new ChangeProfile("", "de")),
        [typeof(EndSignIns)] = (Permission.Account, _ => new EndSignIns(Guid.Empty)),
        [typeof(AddPasskey)] = (Permission.Account, _ => new AddPasskey(null, "")),
        [typeof(RenamePasskey)] = (Permission.Account, _ => new RenamePasskey("AAAA", "Telefon")),
        [typeof(RemovePasskey)] = (Permission.Account, _ => new RemovePasskey("AAAA")),
        [typeof(TurnOnSecondFactor)] = (Permission.Account, _ => new TurnOnSecondFactor("", "")),
        [typeof(TurnOffSecondFactor)] = (Permission.Account, _ => new TurnOffSecondFactor()),
        [typeof(RenewRecoveryCodes)] = (Permission.Account, _ => new RenewRecoveryCodes()),
    };

    private static readonly string[] Denials = ["log_in_first", "not_allowed", "seat_required", "not_found"];

    private enum Object
    {
        Own,
        Foreign,
        Missing,
    }

    public static TheoryData<string> Verbs => [.. Wishes.Select(w => w.Name)];

    [Fact]
    public void Every_verb_has_a_row_and_every_row_a_verb() => Assert.Equal(Wishes.Select(w => w.Name), Rows.Keys.Select(t => t.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_verb_does_for_each_role_what_its_row_says(string verb)
    {
        var hub = await home.Hub();
        var wish = Wishes.Single(w => w.Name == verb);
        if (!Rows.TryGetValue(wish, out var row)) Assert.Fail($"{verb} has no row in the matrix.");
        var jonas = await home.Jonas();
        using var mira = await Leader.LogIn(hub, "leader", 1);
        using var ada = await Leader.LogIn(hub, "citizen", 0);
        using var anke = await Leader.LogIn(hub, "admin", 0);
        var missing = new Target(NewId(), "AAAAAA", NewId(), NewId());
        var (own, foreign) = (await Target.Of(jonas), await Target.Of(mira));
        foreach (var (name, caller) in new[] { ("stranger", Caller.Nobody), ("citizen", ada.Caller), ("seat", Caller.Nobody with { Seat = Seats.New(own.Hall) }), ("Jonas", jonas.Caller), ("administrator", anke.Caller) })
        {
            foreach (var about in Enum.GetValues<Object>())
            {
                // A wish that is the same whatever the object is about nothing that could be foreign.
                var isNothing = row.Wish(own).Equals(row.Wish(missing));
                if (isNothing && about != Object.Own) continue;
                var expected = Expected(row.Needs, name, about);
                // What is granted changes its object, so it gets one of its own.
                var target = about == Object.Missing ? missing : expected is null ? await Target.Of(about == Object.Own ? jonas : mira) : about == Object.Own ? own : foreign;
                var asking = expected is null && caller.Seat is not null ? caller with { Seat = Seats.New(target.Hall) } : caller;
                var before = expected is null ? 0 : await hub.Ask<long>("select coalesce(sum(version), 0)::bigint from hub.mt_streams where id = any($1)", new[] { target.Hall, target.Poll, target.Question });
                var code = await Send(hub.Door, wish, row.Wish(target), asking);
                if (expected is null) Assert.False(Denials.Except(["not_found"]).Contains(code), $"{name} may {verb} ({about}), but was told {code}.");
                else Assert.True(code == expected, $"{name} {verb} ({about}): expected {expected}, got {code ?? "granted"}.");
                if (expected is not null)
                    Assert.Equal(before, await hub.Ask<long>("select coalesce(sum(version), 0)::bigint from hub.mt_streams where id = any($1)", new[] { target.Hall, target.Poll, target.Question }));
            }
        }
    }

    /// <summary>The code of the denial, or null when the door lets the wish through to its verb.</summary>
    private static string? Expected(Permission needs, string name, Object about) => (needs, about) switch
    {
        (_, Object.Missing) => "not_found",
        (Permission.Anyone, _) => null,
        (Permission.Account, _) => name is "stranger" or "seat" ? "log_in_first" : null,
        (Permission.Seat, Object.Own) => name == "seat" ? null : "seat_required",
        (Permission.Seat, _) => "seat_required",
        _ when name == "administrator" => null,
        _ when name is "stranger" or "seat" => "log_in_first",
        (Permission.Lead, _) => name == "Jonas" ? null : "not_allowed",
        (Permission.LeadThis, Object.Own) => name == "Jonas" ? null : "not_allowed",
        _ => "not_allowed",
    };

    private static async Task<string?> Send(Door door, Type wish, object value, Caller caller)
    {
        var answer = wish.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IWish<>)).GetGenericArguments()[0];
        var send = typeof(MatrixTests).GetMethod(nameof(SendTyped), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(wish, answer);
        return await (Task<string?>)send.Invoke(null, [door, value, caller])!;
    }

    private static async Task<string?> SendTyped<TWish, TAnswer>(Door door, TWish wish, Caller caller) where TWish : IWish<TAnswer> =>
        (await door.Send<TWish, TAnswer>(wish, caller, CancellationToken.None)).Refusal?.Code;

    private static Guid NewId() => Guid.CreateVersion7(Some.Evening);

    /// <summary>A session with a prepared poll and a question everyone sees.</summary>
    private sealed record Target(Guid Hall, string Code, Guid Poll, Guid Question)
    {
        public static async Task<Target> Of(Leader leader)
        {
            var (code, hall) = await leader.Session();
            var poll = await leader.Prepare(code);
            var asked = await leader.Hub.Door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall, "Kommt ein Dach?"), Caller.Nobody with { Seat = Seats.New(hall) });
            var question = Guid.Parse(asked.Value.Id);
            await leader.Hub.Door.Send<ModerateQuestion, Done>(new ModerateQuestion(question, Moderation.Show), leader.Caller);
            return new Target(hall, code, Guid.Parse(poll), question);
        }
    }
}
