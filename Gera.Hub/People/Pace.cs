namespace Gera.Hub.People;

/// <summary>How often something may be wanted within a time. An address gets more than a person, since a school or a hall may stand behind it.</summary>
/// <param name="PerPerson">Times within <paramref name="Within"/> for one account or seat.</param>
/// <param name="PerAddress">Times within <paramref name="Within"/> for one network address.</param>
public sealed record Pace(int PerPerson, int PerAddress, TimeSpan Within);
