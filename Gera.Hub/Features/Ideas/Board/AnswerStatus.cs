namespace Gera.Hub.Features.Ideas.Board;

/// <summary>What became of an idea, in the words people know. Stored and in addresses, so they never change.</summary>
public static class AnswerStatus
{
    public const string Checking = "geprueft", Qualified = "qualifiziert", Realised = "umgesetzt", Refused = "nicht-umgesetzt";

    public static readonly IReadOnlyList<string> All = [Checking, Qualified, Realised, Refused];
}
