using Microsoft.Playwright;

namespace Gera.Hub.Tests.Journeys;

/// <summary>Somebody who uses nothing but the keyboard, and must always see where it stands.</summary>
internal static class Keyboard
{
    /// <summary>Tabs on until the focus is on what fits the selector (and begins with the words); 150 stops at most.</summary>
    public static async Task Tab(this Visitor visitor, string selector, string words = "")
    {
        for (var i = 0; i < 150; i++)
        {
            if (await Fits(visitor, selector, words)) return;
            await visitor.Page.Keyboard.PressAsync("Tab");
        }
        throw new TimeoutException($"The keyboard does not come to {selector} {words}.");
    }

    public static Task Press(this Visitor visitor, string key) => visitor.Page.Keyboard.PressAsync(key);

    public static Task Types(this Visitor visitor, string text) => visitor.Page.Keyboard.TypeAsync(text);

    /// <summary>After an action the focus is there, and it can be seen: not lost, not under the large button.</summary>
    public static async Task Stands(this Visitor visitor, string selector)
    {
        await Eventually.Holds(() => Fits(visitor, selector, ""), $"The focus is not on {selector}.");
        var seen = await visitor.Page.EvaluateAsync<string>("""
            () => {
              const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
              const deck = document.querySelector('.deck');
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'without a ring';
              if (box.bottom < 0 || box.top > innerHeight) return 'off the screen';
              return deck && !deck.contains(one) && box.top > deck.getBoundingClientRect().top ? 'under the large button' : '';
            }
            """);
        Xunit.Assert.True(seen.Length == 0, $"The focus on {selector} is {seen}.");
    }

    /// <summary>The large button rests a second after each step; so does whoever presses it.</summary>
    public static Task Rests(this Visitor visitor) => visitor.Page.WaitForTimeoutAsync(1_100);

    private static Task<bool> Fits(Visitor visitor, string selector, string words) =>
        visitor.Page.EvaluateAsync<bool>("([s, w]) => document.activeElement.matches(s) && document.activeElement.textContent.trim().startsWith(w)", new[] { selector, words });
}
