using Bunit;
using Gera.Hub.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Shell;

public sealed class PartsTests : BunitContext
{
    public PartsTests() => Services.AddLocalization();

    [Fact]
    public void A_field_tells_its_control_what_describes_it()
    {
        var field = Render<Field>(part => part
            .Add(one => one.Id, "code").Add(one => one.Label, "Code").Add(one => one.Hint, "Sechs Zeichen").Add(one => one.Error, "Diesen Code gibt es nicht.")
            .Add(one => one.ChildContent, marks => $"<input id=\"{marks.Id}\" aria-describedby=\"{marks.DescribedBy}\" aria-invalid=\"{marks.Invalid}\" />"));
        Assert.Equal("code", field.Find("label").GetAttribute("for"));
        var control = field.Find("input");
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal(["Sechs Zeichen", "Diesen Code gibt es nicht."],
            control.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find("#" + id).TextContent.Trim()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(NoticeKind.Info, null)]
    [InlineData(NoticeKind.Success, "status")]
    [InlineData(NoticeKind.Warn, "status")]
    [InlineData(NoticeKind.Error, "alert")]
    public void A_notice_says_its_kind_in_words_and_is_read_out_when_it_matters(NoticeKind kind, string? role)
    {
        var notice = Render<Notice>(part => part.Add(one => one.Kind, kind).AddChildContent("Text")).Find(".notice");
        Assert.Equal(role, notice.GetAttribute("role"));
        Assert.NotEmpty(notice.QuerySelector(".unseen")!.TextContent);
        Assert.Equal("true", notice.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void MudBlazor_uses_no_colour_that_the_style_sheets_do_not_know()
    {
        var tokens = File.ReadAllText(Path.Combine(Source.Hub, "wwwroot", "css", "tokens.css"));
        var theme = File.ReadAllText(Path.Combine(Source.Hub, "Shell", "HubTheme.cs"));
        var foreign = Source.Colours(theme).Except(Source.Colours(tokens), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(foreign);
    }
}
