using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Coauthors;

/// <summary>Every "no" about co-authors.</summary>
public static class CoauthorRefusals
{
    public static readonly Refusal TooManyCoauthors = new("too_many_coauthors", "Zu einer Idee gehören höchstens 10 weitere Autorinnen und Autoren.", "An idea may have at most 10 co-authors.");
}
