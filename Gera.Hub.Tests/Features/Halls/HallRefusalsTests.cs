using System.Globalization;
using System.Reflection;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls;

public sealed class HallRefusalsTests
{
    public static readonly Refusal[] All = [.. new[] { typeof(Refusals), typeof(HallRefusals), typeof(Gera.Hub.People.Data.DataRefusals) }
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => f.GetValue(null)).OfType<Refusal>()];

    [Fact]
    public void Every_refusal_has_a_code_of_its_own() =>
        Assert.Empty(All.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_refusal_is_a_sentence_in_both_languages() => Assert.All(All, refusal =>
    {
        Assert.Matches("^[a-z]+(_[a-z]+)*$", refusal.Code);
        Assert.Matches("^[A-ZÄÖÜ].{8,}[.!?]$", refusal.German);
        Assert.Matches("^[A-Z].{8,}[.!?]$", refusal.English);
        Assert.NotEqual(refusal.German, refusal.English);
        Assert.InRange(refusal.Status, 400, 503);
        Assert.Equal(refusal.Status == 503, refusal.RetryAfter is not null);
    });

    [Fact]
    public void German_refusals_do_not_say_du() =>
        Assert.DoesNotContain(All, r => r.German.Split(' ', '.', ',', '!', '?').Any(w => w is "du" or "Du" or "dein" or "deine" or "dir" or "dich"));

    [Fact]
    public void The_sentence_follows_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            Assert.Equal(HallRefusals.Closed.English, HallRefusals.Closed.Sentence);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
            Assert.Equal(HallRefusals.Closed.German, HallRefusals.Closed.Sentence);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
