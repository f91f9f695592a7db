namespace Gera.Hub.Features.Halls.Console;

/// <summary>A poll while somebody types it. Fields of other kinds keep what was typed, so that changing the kind loses nothing.</summary>
public sealed class PollForm
{
    public string Question { get; set; } = "";

    public PollKind Kind { get; set; } = PollKind.Single;

    /// <summary>One option a line.</summary>
    public string Options { get; set; } = "";

    public bool Secret { get; set; }

    public bool Changeable { get; set; } = true;

    public ShowResults Results { get; set; } = ShowResults.Live;

    public Majority Majority { get; set; } = Majority.Simple;

    public int? Quorum { get; set; }

    public int? Min { get; set; }

    public int? Max { get; set; }

    public int? Spread { get; set; } = 100;

    public bool HasOptions => Kind is not (PollKind.Motion or PollKind.Text);

    public static PollForm Of(PollRules rules) => new()
    {
        Question = rules.Question,
        Kind = rules.Kind,
        Options = string.Join('\n', rules.Options),
        Secret = rules.Secret,
        Changeable = rules.Changeable,
        Results = rules.Results,
        Majority = rules.Majority ?? Majority.Simple,
        Quorum = rules.Quorum,
        Min = rules.Min,
        Max = rules.Max,
        Spread = rules.Spread,
    };

    public PollDraft ToDraft() => new(Question, Kind, HasOptions ? Options.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null,
        Secret && Kind != PollKind.Text, Changeable, Results, Kind == PollKind.Motion ? Majority : null,
        Kind == PollKind.Multiple ? Min : null, Kind == PollKind.Multiple ? Max : null, Kind == PollKind.Points ? Spread : null, Kind == PollKind.Motion ? Quorum : null);
}
