using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Notices;

/// <summary>A notice as it is read.</summary>
public sealed record NoticeView(Guid Id, string Sentence, DateTimeOffset At);

/// <summary>A kind of notice, and how often mails tell a person of it.</summary>
public sealed record NoticeChoice(string Kind, string Label, Rhythm Rhythm);

/// <summary>A person's notices and the rules for them.</summary>
public sealed class NoticeList(PeopleReads reads, IEnumerable<NoticeKind> kinds, IStringLocalizerFactory texts)
{
    /// <summary>Unread notices shown at once.</summary>
    private const int Most = 30;

    /// <summary>Newest first; kinds of rooms that have gone are left out.</summary>
    public async Task<IReadOnlyList<NoticeView>> Unread(Guid person, CancellationToken stop)
    {
        var names = kinds.Select(k => k.Name).ToArray();
        var rows = await reads.Read(people => people.Notices.Where(n => n.UserId == person && n.ReadAt == null && names.Contains(n.Kind)).OrderByDescending(n => n.At).Take(Most).ToListAsync(stop));
        return [.. rows.Select(n => new NoticeView(n.Id, Sentence(kinds, n.Kind, n.Data, n.Times) ?? "", n.At))];
    }

    public async Task<IReadOnlyList<NoticeChoice>> Choices(Guid person, CancellationToken stop)
    {
        var rules = await reads.Read(people => people.NoticeRules.Where(r => r.UserId == person).ToDictionaryAsync(r => r.Kind, r => r.Rhythm, stop));
        return [.. kinds.Select(k => new NoticeChoice(k.Name, texts.Create(k.Texts)[k.Label], rules.GetValueOrDefault(k.Name, k.Default))).OrderBy(c => c.Label, StringComparer.CurrentCulture)];
    }

    /// <summary>In the reader's language; null where the kind is unknown.</summary>
    internal static string? Sentence(IEnumerable<NoticeKind> kinds, string kind, string data, int times)
    {
        if (kinds.FirstOrDefault(k => k.Name == kind) is not { } known) return null;
        using var parsed = JsonDocument.Parse(data);
        return known.Sentence(parsed.RootElement, times);
    }
}
