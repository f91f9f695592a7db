using System.Text.Json;
using System.Text.Json.Serialization;
using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>What a voter's client sends.</summary>
/// <param name="Poll">Id of the poll.</param>
/// <param name="Choices">Option numbers; pairs <c>[number, value]</c> for rating and points; a string for text.</param>
/// <param name="Key">Up to 64 characters, the same for every repetition of one wish.</param>
public sealed record VoteWish(string? Poll, JsonElement Choices, string? Key)
{
    /// <summary>Without the choice: SignalR writes the arguments of a call into its log when somebody asks for details.</summary>
    public override string ToString() => $"a vote in {Poll}";
}

/// <summary>What a voter's client is told.</summary>
/// <param name="Status">counted, changed, unchanged, closed, refused or busy.</param>
/// <param name="Code">Why, for a program.</param>
/// <param name="Version">Version of the count when this was answered.</param>
/// <param name="Receipt">Found again in the public record; open ballots only.</param>
/// <param name="RetryAfter">Seconds, when busy.</param>
/// <param name="Message">Why, for the voter.</param>
public sealed record VoteAnswer(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    long Version = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null)
{
    public const string Counted = "counted", Changed = "changed", Unchanged = "unchanged", Closed = "closed", Refused = "refused";

    public static VoteAnswer Busy => new("busy", Refusals.Busy.Code, RetryAfter: 1, Message: Refusals.Busy.Sentence);

    public static VoteAnswer No(Refusal refusal, string status = Refused) => new(status, refusal.Code, Message: refusal.Sentence);
}

/// <summary>A vote on its way through the box.</summary>
public sealed class Casting(Guid poll, PollRules rules, Guid voter, string key, Choice choice, Guid? signIn)
{
    public Guid Poll => poll;

    public PollRules Rules => rules;

    public Guid Voter => voter;

    public string Key => key;

    public Choice Choice => choice;

    /// <summary>The log-in behind the seat, where the session asks for an account; it must still be valid when the vote is committed.</summary>
    public Guid? SignIn => signIn;

    /// <summary>Whether the seat came from a voting card, which must not have been revoked.</summary>
    public bool IsCard { get; init; }

    /// <summary>Salt of the words' seal, made when they are committed.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>Stopwatch timestamp of its arrival.</summary>
    public long Since { get; init; }

    public TaskCompletionSource<VoteAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
