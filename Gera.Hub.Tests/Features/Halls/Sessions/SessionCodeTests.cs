using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Sessions;

public sealed class SessionCodeTests
{
    [Fact]
    public void A_new_code_has_six_characters_that_nobody_mistakes()
    {
        for (var i = 0; i < 500; i++) Assert.Matches("^[ACDEFGHJKMNPQRTUVWXY34679]{6}$", SessionCode.New());
    }

    [Theory, InlineData("k7m-4qx"), InlineData(" K7M 4QX "), InlineData("K7M4QX")]
    public void However_it_is_typed_it_is_the_same_code(string typed) => Assert.Equal("K7M4QX", SessionCode.Read(typed));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("K7M4Q"), InlineData("K7M4QXA"), InlineData("K7M4Q0"), InlineData("K7M4QI"), InlineData("'; --"), InlineData("K7M4Q\0"), InlineData("                     K7M4QX"), InlineData("İ7M4QX")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(SessionCode.Read(typed));
}
