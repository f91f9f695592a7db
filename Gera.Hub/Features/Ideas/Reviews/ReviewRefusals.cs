using Gera.Hub.People;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>Every "no" about reviewing.</summary>
public static class ReviewRefusals
{
    public static readonly Refusal CriteriaBad = new("criteria_bad", "Bitte nennen Sie 1 bis 10 Kriterien mit je 1 bis 100 Punkten.", "Please name 1 to 10 criteria with 1 to 100 points each.", 400);
    public static readonly Refusal CriteriaFixed = new("criteria_fixed", "Es wurden schon Punkte gegeben: Die Kriterien lassen sich nicht mehr ändern.", "Points have been given: the criteria can no longer be changed.");
    public static readonly Refusal ReviewerUnknown = new("reviewer_unknown", "Zu dieser Adresse gibt es kein Konto.", "There is no account with this address.", 400);
    public static readonly Refusal OwnReview = new("own_review", "Die eigene Idee können Sie nicht bewerten.", "You cannot review your own idea.");
    public static readonly Refusal ReviewBad = new("review_bad", "Bitte geben Sie zu jedem Kriterium Punkte, höchstens so viele, wie dabeistehen.", "Please give points for each criterion, at most as many as stated.", 400);
}
