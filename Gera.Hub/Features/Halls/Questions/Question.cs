using System.Text.Json.Serialization;

namespace Gera.Hub.Features.Halls.Questions;

[JsonConverter(typeof(JsonStringEnumConverter<QuestionState>))]
public enum QuestionState
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("shown")] Shown,
    [JsonStringEnumMemberName("answered")] Answered,
    [JsonStringEnumMemberName("hidden")] Hidden,
}

/// <summary>Someone in the hall asked something.</summary>
/// <param name="Seat">Who asked; says nothing about a person.</param>
/// <param name="Text">Sealed with the key of the account where the session asks for one.</param>
/// <param name="Name">As typed by whoever asked, where the session allows it; sealed like the text, and may be erased.</param>
public sealed record QuestionAsked(Guid Question, Guid Hall, Guid Seat, string Text, string? Name, bool Shown, DateTimeOffset At);

/// <summary>The leader let everyone see it.</summary>
public sealed record QuestionShown(Guid Hall, DateTimeOffset At);

/// <summary>The leader took it off everyone's view.</summary>
public sealed record QuestionHidden(Guid Hall, DateTimeOffset At);

/// <summary>It was answered in the hall; a short answer may stand beside it.</summary>
public sealed record QuestionAnswered(Guid Hall, string? Answer, DateTimeOffset At);

/// <summary>Whoever asked deleted their account and left the question standing: without a name, and readable without their key.</summary>
/// <param name="Text">Null where it was never sealed.</param>
public sealed record QuestionLeft(Guid Hall, string? Text, DateTimeOffset At);

/// <summary>Whoever asked deleted their account and the words with it.</summary>
public sealed record QuestionErased(Guid Hall, DateTimeOffset At);

/// <summary>A seat supports it.</summary>
public sealed record QuestionUpvoted(Guid Hall, Guid Seat);

/// <summary>A question from the floor as its stream tells it. Supports are facts of their own.</summary>
public sealed record Question(Guid Id, Guid Hall, Guid Seat, string Text, string? Name, QuestionState State, DateTimeOffset At)
{
    public string? Answer { get; init; }

    public static Question Create(QuestionAsked e) => new(e.Question, e.Hall, e.Seat, e.Text, e.Name, e.Shown ? QuestionState.Shown : QuestionState.Waiting, e.At);

    public Question Apply(QuestionShown _) => this with { State = QuestionState.Shown };

    public Question Apply(QuestionHidden _) => this with { State = QuestionState.Hidden };

    public Question Apply(QuestionAnswered e) => this with { State = QuestionState.Answered, Answer = e.Answer };

    public Question Apply(QuestionLeft e) => this with { Text = e.Text ?? Text, Name = null };

    public Question Apply(QuestionErased _) => this with { Text = "", Name = null, State = QuestionState.Hidden };

    public Question Apply(QuestionUpvoted _) => this;
}
