namespace PluginHost.Engine.Scripting;

public sealed class ScriptRefusalTests : IDisposable
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Show_The_Place_And_The_Line_Of_An_Error()
    {
        // When
        var outcome = await _bench.RunAsync("Say(\"never\");\n  var x = nothing;");

        // Then
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        diagnostic.ShouldBe(new ScriptDiagnostic
        {
            File = "main.csx",
            Line = 2,
            Column = 11,
            Id = "CS0103",
            Text = "The name 'nothing' does not exist in the current context. \"pluginhost globals\" lists what every script has.",
            SourceLine = "  var x = nothing;",
        });
        diagnostic.ToString().ShouldBe(
            "main.csx(2,11): error CS0103: The name 'nothing' does not exist in the current context. \"pluginhost globals\" lists what every script has.\n  var x = nothing;");
        _bench.Person.Said.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("await Publsh.Now(\"@a\", \"Hello\");", "'Publsh' does not exist in the current context. Did you mean \"Publish\"? \"pluginhost globals\" lists")]
    [InlineData("Sayy(\"Hello\");", "Did you mean \"Say\"?")]
    [InlineData("var flavour = \"fig\"; Say(flavor);", "Did you mean \"flavour\"?")]
    [InlineData("await Publish.Nou(\"@a\", \"Hello\");", "Did you mean \"Now\"? \"pluginhost globals Publish\" lists what it has.")]
    [InlineData("Say(Ask.Text());", "\"pluginhost globals Ask\" lists what it has.")]
    [InlineData("Say(\"Hello\".Lenght.ToString());", "Did you mean \"Length\"?")]
    [InlineData("Publish.Now(\"@a\", \"Hello\");", "Write: await Publish.Now(\"@a\", \"Hello\") (or \"_ =\" before it")]
    [InlineData("Action f = () => Publish.Now(\"@a\", \"Hello\"); f();", "Write: await Publish.Now(\"@a\", \"Hello\") (or")]
    [InlineData("Publish.Now(\"@a\",\n  \"Hello\");", "Write: await Publish.Now(\"@a\", … (or")]
    public async Task Should_Say_What_Was_Probably_Meant(string code, string hint) =>
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem().Text.ShouldContain(hint);

    [Theory]
    [InlineData("Say(b);")]
    [InlineData("Say(hashCode);")]
    [InlineData("Say(Strin.Empty);")]
    public async Task Should_Not_Guess_Where_Nothing_Is_Near(string code) =>
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem().Text.ShouldNotContain("Did you mean");

    [Fact]
    public async Task Should_Show_The_Place_Of_An_Error_In_A_Loaded_File()
    {
        // Given
        _bench.Write("faq.csx", "// Answers.\nint Answer() => \"none\";\n");

        // When
        var outcome = await _bench.RunAsync("#load \"faq.csx\"\nSay(Answer().ToString());");

        // Then
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Id, diagnostic.SourceLine)
            .ShouldBe(("faq.csx", 2, 17, "CS0029", "int Answer() => \"none\";"));
    }

    [Fact]
    public async Task Should_Show_Errors_In_The_Order_Of_The_Text_And_No_Warnings()
    {
        var outcome = await _bench.RunAsync("int unused;\nstring text = null;\nSay(b);\n#warning beware\nSay(a);");
        outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.Select(diagnostic => (diagnostic.Line, diagnostic.Id))
            .ShouldBe([(3, "CS0103"), (5, "CS0103")]);
    }

    [Fact]
    public async Task Should_Refuse_A_Loaded_File_That_Is_Not_There()
    {
        var outcome = await _bench.RunAsync("#load \"gone.csx\"\n");
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Line, diagnostic.Id).ShouldBe((1, "CS1504"));
        diagnostic.Text.ShouldContain("gone.csx");
    }

    [Theory]
    [InlineData("var Publish = 3;", 5, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("int Publish() => 3;", 5, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("class Publish { }", 7, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("int Publish { get; set; }", 5, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("enum Publish { One }", 6, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("using Publish = System.Text.StringBuilder;", 7, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("int.TryParse(\"3\", out var Publish);", 27, "\"Publish\" is a global of the plugin acme, and this hides it. Choose another name.")]
    [InlineData("void Say(int number) { }", 6, "\"Say\" is a global, and this hides it. Choose another name.")]
    [InlineData("string Today = \"Monday\";", 8, "\"Today\" is a global, and this hides it. Choose another name.")]
    public async Task Should_Refuse_To_Hide_A_Global(string code, int column, string text)
    {
        var outcome = await _bench.RunAsync(code);
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Line, diagnostic.Column, diagnostic.Text).ShouldBe(("PH1002", 1, column, text));
    }

    [Fact]
    public async Task Should_Refuse_To_Hide_A_Global_From_A_Loaded_File()
    {
        _bench.Write("own.csx", "var Csv = 1;");
        var outcome = await _bench.RunAsync("#load \"own.csx\"\n");
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.File).ShouldBe(("PH1002", "own.csx"));
    }

    [Fact]
    public async Task Should_Let_Locals_And_Members_Share_A_Name_With_A_Global()
    {
        (await _bench.RunAsync("class Cone { public int Today = 2; } int Twice() { var Now = new Cone().Today; return Now * 2; } Twice()"))
            .ShouldBe(new ScriptDone { Value = 4 });
    }

    [Fact]
    public async Task Should_Allow_A_Type_Named_Script()
    {
        (await _bench.RunAsync("class Script { } class Globals { } typeof(Script).Name + typeof(Globals).Name"))
            .ShouldBe(new ScriptDone { Value = "ScriptGlobals" });
    }
}
