namespace PluginHost.Terminal.Tests.Widgets.Editing.Languages;

public sealed class CSharpScriptTests
{
    private readonly CSharpScript _language = new();
    private long _state;

    [Theory]
    [InlineData("var x = 12.5;", "keyword:var number:12.5")]
    [InlineData("foreach (var talk in Inbox.Waiting.Where(t => t.Age < 3))", "keyword:foreach keyword:var keyword:in type:Inbox call:Where number:3")]
    [InlineData("await talk.Answer(\"yes\"); // why", "keyword:await call:Answer string:\" string!:yes string:\" comment://  comment!:why")]
    [InlineData("new Post(1)", "keyword:new type:Post number:1")]
    [InlineData("#r \"x.dll\"", "keyword:#r string:\" string!:x.dll string:\"")]
    [InlineData("'\\'' 'x", "string:'\\'' string:'x")]
    [InlineData("\"a\\\"b\" c", "string:\" string!:a\\\"b string:\"")]
    [InlineData("\"open", "string:\" string!:open")]
    [InlineData("$\"a {b + \"c\"} d\" e", "string:$\" string!:a  string:\" string!:c string:\" string!: d string:\"")]
    [InlineData("$\"{{no}} {1:x}\"", "string:$\" string!:{{no}}  number:1 string:\"")]
    [InlineData("@\"c:\\\" x", "string:@\" string!:c:\\ string:\"")]
    [InlineData("@\"a\"\"b\"", "string:@\" string!:a\"\"b string:\"")]
    [InlineData("\"\"\"a \"\" b\"\"\" 1", "string:\"\"\" string!:a \"\" b string:\"\"\" number:1")]
    [InlineData("$$\"\"\"{a} {{b}}\"\"\"", "string:$$\"\"\" string!:{a}  string:\"\"\"")]
    [InlineData("\"\" 1", "string:\" string:\" number:1")]
    [InlineData("/* a */ 1", "comment:/* comment!: a  comment:*/ number:1")]
    [InlineData("اسم = 1", "text!:اسم number:1")]
    [InlineData("@class @", "")]
    public void Should_Tell_The_Parts_Of_A_Line(string line, string parts) => Parts(line).ShouldBe(parts);

    [Fact]
    public void Should_Remember_What_A_Line_Leaves_Open()
    {
        Parts("/* a").ShouldBe("comment:/* comment!: a");
        Parts("b */ 1").ShouldBe("comment!:b  comment:*/ number:1");
        Parts("@\"a").ShouldBe("string:@\" string!:a");
        Parts("b\"").ShouldBe("string!:b string:\"");
        Parts("$\"\"\"").ShouldBe("string:$\"\"\"");
        Parts("x {1 + new { a }.b +").ShouldBe("string!:x  number:1 keyword:new");
        Parts("2} y").ShouldBe("number:2 string!: y");
        Parts("\"\"\";").ShouldBe("string:\"\"\"");
        _state.ShouldBe(0);
    }

    [Fact]
    public void Should_Forget_A_String_That_Ends_With_Its_Line()
    {
        Parts("$\"open");

        _state.ShouldBe(0);
    }

    [Fact]
    public void Should_Stand_Any_Depth()
    {
        Parts(string.Concat(Enumerable.Repeat("$\"{", 20)));
        Parts(string.Concat(Enumerable.Repeat("}\"", 20)));

        Parts("/* a */ 1").ShouldEndWith("number:1");
    }

    private string Parts(string line)
    {
        var spans = new List<TextSpan>();
        _state = _language.Classify(line, _state, spans);
        spans.Zip(spans.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
        return string.Join(' ', spans.Select(span =>
            $"{span.Role.Replace("code.", "", StringComparison.Ordinal)}{(span.IsSentence ? "!" : "")}:{line.Substring(span.Start, span.Length)}"));
    }
}
