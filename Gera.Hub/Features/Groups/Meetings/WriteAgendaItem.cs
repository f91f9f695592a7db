using Gera.Hub.Features.Halls.Polls;
using Gera.Hub.People;

namespace Gera.Hub.Features.Groups.Meetings;

/// <summary>Puts an item at the end of an agenda, or changes it.</summary>
/// <param name="Item">Of the item; a new one is added.</param>
/// <param name="Polls">What will be voted on, in order.</param>
public sealed record WriteAgendaItem(Guid Meeting, Guid Item, string? Title, int? Minutes, string? Text, IReadOnlyList<AgendaPoll> Polls) : IWish<Done>;

internal sealed class WriteAgendaItemVerb : IVerb<WriteAgendaItem, Done>
{
    public const int MostPolls = 10;

    public Permission Needs => Permission.Lead;

    public Pace? Pace => new(120, 1_000, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(WriteAgendaItem wish, Deed deed) => MeetingDesk.ScopeOf(wish.Meeting, deed);

    public Task<Answer<Done>> Do(WriteAgendaItem wish, Deed deed)
    {
        foreach (var (_, refusal) in Faults(wish)) return Task.FromResult<Answer<Done>>(refusal);
        var item = new AgendaItem(wish.Item, People.Text.Clean(wish.Title!).ReplaceLineEndings(" "), wish.Minutes!.Value, People.Text.Clean(wish.Text ?? ""), [.. wish.Polls.Select(Clean)]);
        return MeetingDesk.Do(wish.Meeting, deed, about => about.Write(item, deed.Person.Id, deed.Now));
    }

    /// <summary>What is wrong, by the form's field; polls are checked by the rules of the halls, so that none is refused on the evening itself.</summary>
    public static IEnumerable<(string Field, Refusal Refusal)> Faults(WriteAgendaItem wish)
    {
        if (People.Text.Check(wish.Title, 200, ("Punkt", "item")) is { } title) yield return ("punkt", title);
        if (wish.Minutes is not (>= 1 and <= 480)) yield return ("dauer", GroupRefusals.DurationBad);
        if (People.Text.Check(wish.Text, 5_000, ("Text", "text"), required: false) is { } text) yield return ("worte", text);
        if (wish.Polls.Count > MostPolls) yield return ("frage-0", GroupRefusals.TooManyPolls);
        foreach (var (n, poll) in wish.Polls.Index())
            if ((Draft(poll) is { } draft ? draft.Fault() : GroupRefusals.KindUnknown) is { } fault) yield return ($"frage-{n}", fault);
    }

    /// <summary>The poll as the halls take it.</summary>
    public static PollDraft? Draft(AgendaPoll poll) => AgendaPoll.Kinds.Contains(poll.Kind) && Enum.TryParse<PollKind>(poll.Kind, ignoreCase: true, out var kind)
        ? new PollDraft(poll.Question, kind, [.. poll.Options], poll.IsSecret)
        : null;

    private static AgendaPoll Clean(AgendaPoll poll) => poll with { Question = People.Text.Clean(poll.Question).ReplaceLineEndings(" "), Options = [.. poll.Options.Select(o => People.Text.Clean(o))] };
}
