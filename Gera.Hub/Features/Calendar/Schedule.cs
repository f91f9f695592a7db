using Gera.Hub.People;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Gera.Hub.Features.Calendar;

/// <summary>When something takes place, as the clocks in Gera show it: 18:00 stays 18:00 when they change.</summary>
/// <param name="End">Of a whole day: the midnight after the last day.</param>
/// <param name="Rule">RFC 5545 RRULE without its UNTIL; null for what takes place once.</param>
/// <param name="Until">The last day of a series; null where its rule counts, or it has no end.</param>
public sealed record Schedule(DateTime Start, DateTime End, bool AllDay = false, string? Rule = null, DateOnly? Until = null)
{
    /// <summary>At most so many dates of a series are ever looked at: a daily one for fifty years.</summary>
    private const int MostDates = 20_000;

    /// <summary>So far ahead a rule is tried out when it is entered.</summary>
    private static readonly TimeSpan TriedOut = TimeSpan.FromDays(3 * 366);

    private static readonly string[] Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    public bool IsSeries => Rule is not null;

    public TimeSpan Length => End - Start;

    /// <summary>Whether the dates of the rule, before changes to single ones, contain this one.</summary>
    public bool Has(DateTime original) => original.Year is > 1999 and < 2200 && Starts(original.AddDays(1)).Contains(original);

    /// <summary>Beginnings by the rule up to that moment, the first one first.</summary>
    public IEnumerable<DateTime> Starts(DateTime until)
    {
        if (Rule is null) return [Start];
        // Without a zone: what the clocks show is what repeats.
        var series = new CalendarEvent { Start = new CalDateTime(Start, true), RecurrenceRule = new RecurrenceRule(Rule) };
        return series.GetOccurrences().Select(o => o.Period.StartTime.Value).TakeWhile(s => s <= until && (Until is not { } last || DateOnly.FromDateTime(s) <= last)).Take(MostDates);
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Fault()
    {
        if (Start.Year is < 2000 or > 2100 || End.Year is < 2000 or > 2101) return CalendarRefusals.TimesMissing;
        if (End <= Start) return CalendarRefusals.EndBeforeStart;
        if (Length > TimeSpan.FromDays(366)) return CalendarRefusals.TooLong;
        if (AllDay && (Start.TimeOfDay != TimeSpan.Zero || End.TimeOfDay != TimeSpan.Zero)) return CalendarRefusals.TimesMissing;
        if (Rule is null) return null;
        if (Rule.Length > 200 || !Frequencies.Any(f => Rule.Contains("FREQ=" + f, StringComparison.Ordinal)) || Rule.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('=' or ';' or ',' or '-' or '+'))) return CalendarRefusals.RuleUnknown;
        try
        {
            // All of it: some rules name a first date and then cannot go on. The first one is the event itself.
            return Starts(Start + TriedOut).ToArray() is [var first, ..] && first == Start ? null : CalendarRefusals.RuleUnknown;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or OverflowException or Ical.Net.Evaluation.EvaluationException)
        {
            return CalendarRefusals.RuleUnknown;
        }
    }
}

/// <summary>Stored, so the names never change.</summary>
public enum DateFate
{
    Moved = 0,

    /// <summary>Everybody sees that it does not take place.</summary>
    Cancelled = 1,

    /// <summary>It never was meant to take place, e.g. on a holiday.</summary>
    LeftOut = 2,
}

/// <summary>What became of one date of a series.</summary>
/// <param name="Original">When the rule would have it begin; names the date for good.</param>
/// <param name="Start">When it begins instead; null unless it was moved.</param>
public sealed record DateChange(DateTime Original, DateFate Fate, DateTime? Start = null, DateTime? End = null, string Reason = "");
