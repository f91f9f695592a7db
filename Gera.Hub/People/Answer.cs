namespace Gera.Hub.People;

/// <summary>What a wish leads to: a value, or a refusal. Never both, never an exception for what was foreseen.</summary>
public readonly record struct Answer<T>
{
    private readonly T? value;

    private Answer(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why not; null when the wish was granted.</summary>
    public Refusal? Refusal { get; }

    public bool Granted => Refusal is null;

    /// <summary>What was granted.</summary>
    /// <exception cref="InvalidOperationException">The wish was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The answer of a wish that has nothing to tell but that it was granted.</summary>
public readonly record struct Done;
