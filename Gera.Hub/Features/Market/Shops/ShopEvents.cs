namespace Gera.Hub.Features.Market.Shops;

/// <summary>What lists filter by; stored, so its words never change.</summary>
/// <param name="Kind">Key of a <see cref="ShopKind"/>; empty while it is not chosen.</param>
/// <param name="Latitude">WGS 84, degrees; null without a place on the map.</param>
public sealed record ShopFacts(string Kind, string? District, ShopServices Services, double? Latitude, double? Longitude);

/// <summary>Somebody began to register a shop. What is said of it stands in <c>market.words</c>, where it can be taken back.</summary>
/// <param name="Slug">Its address for good, made of its first name; the role of its people is given for it.</param>
public sealed record ShopDrafted(Guid ShopId, string Slug, Guid? Author, ShopFacts Facts, DateTimeOffset At);

/// <summary>Its words or facts were changed.</summary>
public sealed record ShopWritten(int Edition, ShopFacts Facts, Guid? By, DateTimeOffset At);

/// <summary>It waits for staff to read it.</summary>
public sealed record ShopHandedIn(Guid? By, DateTimeOffset At);

/// <summary>Everyone sees it from now on.</summary>
public sealed record ShopApproved(Guid? By, DateTimeOffset At);

/// <summary>Staff sent it back; the reason stands in <c>market.talk</c>.</summary>
public sealed record ShopRefused(Guid? By, DateTimeOffset At);

/// <summary>Nobody sees it until it is reactivated; the reason stands in <c>market.talk</c>.</summary>
public sealed record ShopSuspended(Guid? By, DateTimeOffset At);

/// <summary>It is seen again.</summary>
public sealed record ShopReactivated(Guid? By, DateTimeOffset At);

/// <summary>Its own people took it off the market for good.</summary>
public sealed record ShopClosed(Guid? By, DateTimeOffset At);

/// <summary>Whoever registered it has left the hub.</summary>
public sealed record ShopLeft(DateTimeOffset At);
