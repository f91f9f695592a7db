using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gera.Hub.Features.Market.Shops;

/// <summary>
/// In which order shops stand, told to everybody at <c>/markt/reihenfolge</c>: points for what a profile says, for being kept up to date, and a lot
/// drawn anew each day so that nobody is always last. Nobody can pay for a place.
/// </summary>
public static class Ranking
{
    /// <summary>Points for a full profile, for having been changed lately, and for the best lot.</summary>
    public const int Profile = 50, Fresh = 20, Lot = 30;

    /// <summary>A profile changed within so many days counts as kept up to date.</summary>
    public const int FreshDays = 180;

    /// <summary>Parts a full profile has; each counts the same.</summary>
    public static readonly IReadOnlyList<string> Parts = ["story", "phone", "mail", "web", "place", "services"];

    /// <summary>The formula, as the database computes it of <c>s</c> and its words <c>w</c>; <c>@day</c> is the day in Gera, <c>@now</c> the moment.</summary>
    public static readonly string Sql = string.Create(CultureInfo.InvariantCulture, $"""
        ({Profile} * (num_nonnulls(w.words->>'story', w.words->>'phone', w.words->>'mail', w.words->>'web', s.data->'facts'->>'latitude') + (s.services > 0)::int) / {Parts.Count}.0
        + case when s.changed_at > @now - interval '{FreshDays} days' then {Fresh} else 0 end
        + {Lot} * ('x' || encode(substring(sha256(convert_to(s.id::text || @day, 'UTF8')) from 1 for 4), 'hex'))::bit(32)::bigint / 4294967296.0)
        """);

    /// <summary>The same formula in words of this program: what the page explains and the test compares.</summary>
    public static double Points(Shop shop, ShopWords words, DateTimeOffset now, DateOnly day)
    {
        var parts = new object?[] { words.Story, words.Phone, words.Mail, words.Web, shop.Facts.Latitude }.Count(p => p is not null) + (shop.Facts.Services == ShopServices.None ? 0 : 1);
        return Profile * parts / (double)Parts.Count + (shop.ChangedAt > now.AddDays(-FreshDays) ? Fresh : 0) + Lot * Draw(shop.Id, day);
    }

    /// <summary>The lot of that day, from 0 to below 1: anyone can draw it again out of the shop's id and the date.</summary>
    public static double Draw(Guid shop, DateOnly day) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{shop}{Key(day)}"))) / 4294967296.0;

    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
