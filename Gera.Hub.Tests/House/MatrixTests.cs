using System.Reflection;
using Gera.Hub.Tests.Shell;
using Xunit;
using static Gera.Hub.Tests.House.MatrixRows;

namespace Gera.Hub.Tests.House;

/// <summary>Every role × every verb × own, foreign and missing object, through the real door. A verb without a row fails; what is refused changes nothing.</summary>
public sealed class MatrixTests(HubFixture home)
{
    /// <summary>Verbs found in the app: the wish, its answer, and the permission it names.</summary>
    private static readonly Type[] Wishes = [.. typeof(Door).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false }).SelectMany(t => t.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>)).Select(i => i.GetGenericArguments()[0]).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Which role a permission of staff asks for; an administrator has them all.</summary>
    private static readonly Dictionary<Permission, string> StaffRoles = new()
    {
        [Permission.Press] = Role.Press,
        [Permission.Desk] = Role.Desk,
        [Permission.Moderate] = Role.Moderator,
        [Permission.Edit] = Role.Editor,
        [Permission.Research] = Role.Researcher,
        [Permission.Administer] = Role.Administrator,
    };

    private static readonly string[] Denials = ["log_in_first", "not_allowed", "seat_required", "resident_required", "blocked", "second_factor_required"];

    private static readonly string[] Everybody = ["stranger", "seat", "account", "resident", .. Role.All, "blocked", "weak"];

    private enum Object
    {
        Own,
        Foreign,
        Missing,
    }

    public static TheoryData<string> Verbs => [.. Wishes.Select(w => w.Name)];

    [Fact]
    public void Every_verb_has_a_row_and_every_row_a_verb() => Assert.Equal(Wishes.Select(w => w.Name), Rows.Keys.Select(t => t.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_the_matrix_is_current() =>
        Assert.Equal(Matrix.Text(), File.ReadAllText(Path.Combine(Source.Hub, "..", "docs", "matrix.md")));

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_verb_does_for_each_role_what_its_row_says(string verb)
    {
        var hub = await home.Hub();
        var wish = Wishes.Single(w => w.Name == verb);
        if (!Rows.TryGetValue(wish, out var row)) Assert.Fail($"{verb} has no row in the matrix.");
        var (jonas, mira) = (await Somebody.In(hub, [new(Role.Leader, Target.OwnGroup)]), await Somebody.In(hub, [new(Role.Leader, Target.ForeignGroup)]));
        // What a refused wish leaves as it was serves the next one, too.
        var untouched = new Dictionary<Object, Target>();
        foreach (var name in Everybody)
        {
            var somebody = name is "stranger" or "seat" ? null : name == Role.Leader ? jonas : await Make(hub, name);
            if (name == "blocked") await somebody!.Blocked();
            foreach (var about in Enum.GetValues<Object>())
            {
                if (about != Object.Own && IsAboutNothing(wish)) continue;
                if (about == Object.Missing && row.Needs == Permission.Lead) continue;
                var owner = about == Object.Own && row.Needs is Permission.Self or Permission.Organise ? somebody : null;
                if (owner is not null || !untouched.Remove(about, out var target)) target = about == Object.Missing ? Target.Missing : await Target.Of(hub, wish, about == Object.Own ? jonas : mira, owner, OpenToBlocked.Contains(wish));
                var caller = name == "seat" ? Caller.Nobody with { Seat = Seats.New(about == Object.Own ? target.Hall : NewId()) } : somebody?.Caller ?? Caller.Nobody;
                var expected = Expected(wish, row.Needs, name, about);
                var before = expected is null ? "" : await target.Traces(hub, somebody);
                var code = await Send(hub.Door, wish, row.Wish(target), caller);
                if (expected is null) Assert.False(Denials.Contains(code), $"{name} may {verb} ({about}), but was told {code}.");
                else Assert.True(code == expected, $"{name} {verb} ({about}): expected {expected}, got {code ?? "granted"}.");
                if (expected is null) continue;
                Assert.Equal(before, await target.Traces(hub, somebody));
                if (owner is null) untouched[about] = target;
            }
        }
    }

    /// <summary>The code of the denial, or null when the door lets the wish through to its verb.</summary>
    private static string? Expected(Type wish, Permission needs, string name, Object about) => (needs, about) switch
    {
        (_, Object.Missing) => "not_found",
        (Permission.Anyone, _) => null,
        (Permission.Seat, _) when name == "blocked" => "blocked",
        (Permission.Seat, _) => name == "seat" && about == Object.Own ? null : "seat_required",
        _ when name is "stranger" or "seat" => "log_in_first",
        _ when name == "blocked" && !OpenToBlocked.Contains(wish) => "blocked",
        (Permission.Account, _) => null,
        (Permission.Resident, _) => name == "resident" ? null : "resident_required",
        (Permission.Self, _) => about == Object.Own ? null : "not_allowed",
        (Permission.Organise, _) => about == Object.Own || name is Role.Administrator or Role.Editor ? null : "not_allowed",
        (Permission.Lead or Permission.LeadThis, _) => name == Role.Administrator || name == Role.Leader && about == Object.Own ? null : "not_allowed",
        _ when name == "weak" => "second_factor_required",
        _ => name == Role.Administrator || name == StaffRoles[needs] ? null : "not_allowed",
    };

    /// <summary>A verb that does not say what it is about makes something new.</summary>
    private static bool IsAboutNothing(Type wish)
    {
        var kept = typeof(Door).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }).SelectMany(t => t.GetInterfaces().Select(i => (Verb: t, Interface: i)))
            .Single(v => v.Interface.IsGenericType && v.Interface.GetGenericTypeDefinition() == typeof(IVerb<,>) && v.Interface.GetGenericArguments()[0] == wish);
        return kept.Verb.GetInterfaceMap(kept.Interface).TargetMethods.Any(m => m.Name == "ScopeOf" && m.DeclaringType!.IsInterface);
    }

    private static Task<Somebody> Make(RunningHub hub, string name) => name switch
    {
        "account" or "blocked" => Somebody.In(hub),
        "resident" => Somebody.In(hub, resident: true),
        "weak" => Somebody.In(hub, [.. Role.Staff.Select(r => new Granted(r, ""))], strong: false),
        _ => Somebody.In(hub, [new(name, Role.Scoped.Contains(name) ? "nobody's" : "")]),
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
}
