namespace PluginHost.Terminal.Tests.Widgets.Editing.Languages;

public sealed class MarkdownTests
{
    private readonly Markdown _language = new();
    private long _state;

    [Theory]
    [InlineData("## Head", "heading:## Head")]
    [InlineData("#no", "")]
    [InlineData("- **two** and *one* or _it_", "code.keyword:- text+Bold:**two** text+Italic:*one* text+Italic:_it_")]
    [InlineData("12. `code` x", "code.keyword:12. code.string:`code`")]
    [InlineData("> quoted [here](https://a.b) https://c.d e", "dim:> link:[here] dim:(https://a.b) link:https://c.d")]
    [InlineData("snake_case_name 2 * 3 * 4 \\*x*", "")]
    [InlineData("*open", "")]
    [InlineData("", "")]
    public void Should_Tell_The_Parts_Of_A_Line(string line, string parts) => Parts(line).ShouldBe(parts);

    [Fact]
    public void Should_Remember_A_Fence()
    {
        Parts("````c#").ShouldBe("code.string:````c#");
        Parts("# no heading").ShouldBe("code.string:# no heading");
        Parts("```");
        Parts("~~~~");
        _state.ShouldNotBe(0);
        Parts("`````");

        _state.ShouldBe(0);
    }

    private string Parts(string line)
    {
        var spans = new List<TextSpan>();
        _state = _language.Classify(line, _state, spans);
        return string.Join(' ', spans.Select(span => $"{span.Role}{(span.Attributes == Attributes.None ? "" : $"+{span.Attributes}")}:{line.Substring(span.Start, span.Length)}"));
    }
}
