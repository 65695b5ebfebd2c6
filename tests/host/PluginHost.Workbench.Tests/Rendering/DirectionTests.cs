using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Rendering;

public sealed class DirectionTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u202eover", "\u202eover\u202c")]
    [InlineData("\u202eover\u202c done", "\u202eover\u202c done")]
    [InlineData("\u2067\u202aboth", "\u2067\u202aboth\u202c\u2069")]
    [InlineData("\u2067\u202aboth\u2069 done", "\u2067\u202aboth\u2069 done")]
    [InlineData("\u202eover\u2069 a stray end", "\u202eover\u2069 a stray end\u202c")]
    [InlineData("\u202c\u2069 ends alone", "\u202c\u2069 ends alone")]
    [InlineData("\u202eone line\nanother", "\u202eone line\nanother")]
    public void Should_Close_What_A_Text_Opens(string text, string closed) => Directions.Close(text).ShouldBe(closed);

    [Fact]
    public void Should_Close_Each_Piece_Of_A_Line() =>
        new Line(new Span("\u202eover", Role.Text), new Span(" detail", Role.Dim)).ToString().ShouldBe("\u202eover\u202c detail");

    [Fact]
    public void Should_Close_What_Fills_A_Sentence() => Texts.Fill("{0} was sent to {1}.", "\u202epost", 3).ShouldBe("\u202epost\u202c was sent to 3.");
}
