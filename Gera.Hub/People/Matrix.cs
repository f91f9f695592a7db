using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Gera.Hub.Storage;

namespace Gera.Hub.People;

/// <summary>Who may do what, asked of the verbs and of the table behind the door; <c>-- matrix</c> writes it to <c>docs/matrix.md</c>.</summary>
public static class Matrix
{
    private static readonly Guid Me = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Other = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static readonly Scope Own = new(Me, Me, Me, WorkingGroup.All[0]), Foreign = new(Other, Other, Other, WorkingGroup.All[1]);

    private static readonly (string Name, Person Person, Seat? Seat)[] Columns =
    [
        ("nobody", Person.Nobody, null),
        ("seat", Person.Nobody, new Seat(Me, Me)),
        ("account", With(), null),
        ("resident", With() with { IsResident = true }, null),
        .. Role.All.Select(role => (role, With(new Granted(role, Role.Scoped.Contains(role) ? WorkingGroup.All[0] : "")), (Seat?)null)),
        ("blocked", With() with { IsBlocked = true }, null),
        ("password only", With() with { NeedsSecondFactor = true }, null),
    ];

    /// <summary>The exit code when <c>matrix</c> was asked for, else null.</summary>
    /// <exception cref="StartRefused">It is not run inside the sources.</exception>
    public static int? Answer(string[] args)
    {
        if (args is not ["matrix"]) return null;
        var top = new DirectoryInfo(Environment.CurrentDirectory);
        while (top is not null && !File.Exists(Path.Combine(top.FullName, "Gera.Hub.sln"))) top = top.Parent;
        if (top is null) throw new StartRefused("The matrix is written into docs/ of the sources. Run it in a folder of theirs.");
        File.WriteAllText(Path.Combine(top.FullName, "docs", "matrix.md"), Text());
        return 0;
    }

    /// <summary>The whole page.</summary>
    public static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Who may do what

            Written by `dotnet run --project Gera.Hub -- matrix` out of the verbs and `Permissions.Check`; a test fails when it is not current.

            - **yes**: for every object. **own**: for objects that are theirs, their group's or their session's only. A dot: refused.
            - *seat* is a voter in a session without an account; *blocked* an account that is blocked; *password only* somebody with a staff role whose log-in had no second factor.
            - *Pace* is how often one person and one network address may want it; more is answered with 429.

            | verb | needs |
            """);
        foreach (var (name, _, _) in Columns) page.Append(CultureInfo.InvariantCulture, $" {name} |");
        page.Append(" pace |\n|---|---|").Insert(page.Length, "---|", Columns.Length + 1).Append('\n');
        foreach (var verb in Verbs().OrderBy(v => v.Room, StringComparer.Ordinal).ThenBy(v => v.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {verb.Room}.{verb.Name} | {verb.Needs} |");
            foreach (var (_, person, seat) in Columns) page.Append(CultureInfo.InvariantCulture, $" {Cell(verb, person, seat)} |");
            page.Append(CultureInfo.InvariantCulture, $" {Words(verb.Pace)} |\n");
        }
        return page.ToString();
    }

    private static string Cell(Row verb, Person person, Seat? seat)
    {
        bool May(Scope about) => verb.Needs.Check(person, seat, about, verb.OpenToBlocked) is null;
        return May(Foreign) ? "yes" : May(Own) ? "own" : "·";
    }

    private static string Words(Pace? pace) => pace is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{pace.PerPerson:N0}, {pace.PerAddress:N0} per address in {pace.Within.TotalMinutes:0.#} min");

    private static IEnumerable<Row> Verbs()
    {
        foreach (var type in typeof(Matrix).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var kept in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IVerb<,>)))
            {
                // What is asked here no verb takes from what it was given, so it need not be given anything.
                var verb = RuntimeHelpers.GetUninitializedObject(type);
                T Ask<T>(string name) => (T)kept.GetProperty(name)!.GetValue(verb)!;
                var wish = kept.GetGenericArguments()[0];
                var room = wish.Namespace!.Split('.') is ["Gera", "Hub", "Features", var feature, ..] ? feature : wish.Namespace!.Split('.')[2];
                yield return new Row(room, wish.Name, Ask<Permission>(nameof(IVerb<,>.Needs)), Ask<bool>(nameof(IVerb<,>.OpenToBlocked)), Ask<Pace?>(nameof(IVerb<,>.Pace)));
            }
    }

    private static Person With(params Granted[] grants) => new(Me, grants);

    private sealed record Row(string Room, string Name, Permission Needs, bool OpenToBlocked, Pace? Pace);
}
