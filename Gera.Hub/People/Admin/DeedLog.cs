using System.Globalization;
using Gera.Hub.People.Grants;
using Gera.Hub.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People.Admin;

/// <summary>One thing staff did, with names where the accounts still exist.</summary>
/// <param name="About">Name of the person it was about, else the key.</param>
public sealed record DeedRow(Guid Id, DateTimeOffset At, Guid ById, string? By, string Verb, string About);

/// <summary>Which deeds are asked for.</summary>
/// <param name="From">Day in Gera, included.</param>
/// <param name="To">Day in Gera, included.</param>
public sealed record DeedFilter(string? Person, string? Verb, DateOnly? From, DateOnly? To)
{
    public static DeedFilter Read(string? person, string? verb, string? from, string? to) => new(person, verb, Day(from), Day(to));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The log of what staff did, the newest first.</summary>
public sealed class DeedLog(PeopleReads reads)
{
    /// <summary>Most lines in one file.</summary>
    private const int Most = 50_000;

    private static readonly string[] Columns = ["Zeit", "Konto", "Name", "Was", "Worum"];

    public Task<Page<DeedRow>> Of(DeedFilter filter, int? page, CancellationToken stop) => reads.Read(people => Pages.Page<DeedRow>(Rows(people, Filtered(people, filter)), page, stop));

    /// <summary>Verbs that occur, to choose from.</summary>
    public Task<List<string>> Verbs(CancellationToken stop) => reads.Read(people => people.StaffDeeds.Select(d => d.Verb).Distinct().OrderBy(v => v).ToListAsync(stop));

    /// <summary>Times in UTC.</summary>
    public Task<byte[]> Csv(DeedFilter filter, CancellationToken stop) => reads.Read<byte[]>(async people =>
        Spreadsheet.Bytes(Columns, (await Rows(people, Filtered(people, filter)).Take(Most).ToListAsync(stop)).Select(deed => new[] { deed.At.ToString("O", CultureInfo.InvariantCulture), deed.ById.ToString(), deed.By ?? "", deed.Verb, deed.About })));

    internal static IQueryable<DeedRow> Rows(PeopleDb people, IQueryable<StaffDeed> deeds) => deeds.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Select(d => new DeedRow(d.Id, d.At, d.By,
        people.Users.Where(u => u.Id == d.By).Select(u => u.DisplayName).FirstOrDefault(), d.Verb, people.Users.Where(u => u.Id.ToString() == d.About).Select(u => u.DisplayName).FirstOrDefault() ?? d.About));

    private static IQueryable<StaffDeed> Filtered(PeopleDb people, DeedFilter filter)
    {
        var deeds = people.StaffDeeds.AsQueryable();
        if (PersonList.Pattern(filter.Person) is { } pattern) deeds = deeds.Where(d => people.Users.Any(u => u.Id == d.By && EF.Functions.ILike(u.DisplayName, pattern, "\\")));
        if (!string.IsNullOrEmpty(filter.Verb)) deeds = deeds.Where(d => d.Verb == filter.Verb);
        if (filter.From is { } from) deeds = deeds.Where(d => d.At >= Berlin.Start(from));
        if (filter.To is { } to) deeds = deeds.Where(d => d.At < Berlin.Start(to.AddDays(1)));
        return deeds;
    }
}
