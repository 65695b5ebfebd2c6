namespace PluginHost.Engine.Scripting;

public sealed class ForgottenAwaitTests : IDisposable
{
    private const string Now = "Publish.Now(\"@a\", \"Hello\")";
    private const string On = "Publish.On(\"@a\", \"Hello\")";

    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("Publish.Now(\"@a\", \"Hello\");")]
    [InlineData("Publish.On(\"@a\", \"Hello\");")]
    [InlineData("Publish.On(\"@a\", \"Hello\").On(\"@b\", \"Hi\");")]
    [InlineData("Publish.Text(\"en\", \"Hello\").With(\"a\", 1);")]
    [InlineData("Task.Run(() => 1);")]
    [InlineData("Publish?.Now(\"@a\", \"Hello\");")]
    [InlineData("new ValueTask(Task.CompletedTask);")]
    [InlineData("Publish.Now(\"@a\", \"Hello\")")]
    [InlineData("Publish.On(\"@a\", \"Hello\")")]
    [InlineData("async Task F() { Publish.Now(\"@a\", \"Hello\"); await Task.Yield(); } await F();")]
    [InlineData("async Task F() { Publish.On(\"@a\", \"Hello\"); await Task.Yield(); } await F();")]
    [InlineData("void F() { Publish.Now(\"@a\", \"Hello\"); } F();")]
    [InlineData("void F() { Publish.On(\"@a\", \"Hello\").On(\"@b\", \"Hi\"); } F();")]
    [InlineData("void F() => Publish.Now(\"@a\", \"Hello\"); F();")]
    [InlineData("void F() { void G() => Publish.On(\"@a\", \"Hello\"); G(); } F();")]
    [InlineData("void F() { void G() { Publish.Now(\"@a\", \"Hello\"); } G(); } F();")]
    [InlineData("class C { public C(Task t) => t.ContinueWith(_ => 1); }")]
    [InlineData("Action f = () => Publish.Now(\"@a\", \"Hello\"); f();")]
    [InlineData("Action f = () => { Publish.Now(\"@a\", \"Hello\"); }; f();")]
    [InlineData("Action f = delegate { Publish.Now(\"@a\", \"Hello\"); }; f();")]
    [InlineData("Action f = async () => Publish.Now(\"@a\", \"Hello\"); f();")]
    [InlineData("Func<Task> f = async () => Publish.Now(\"@a\", \"Hello\"); await f();")]
    [InlineData("new List<string> { \"@a\" }.ForEach(p => Publish.Now(p, \"Hello\"));")]
    [InlineData("new List<string> { \"@a\" }.ForEach(p => Publish.On(p, \"Hello\"));")]
    [InlineData("for (var i = 0; i < 1; Publish.Now(\"@a\", \"Hello\")) i++;")]
    public async Task Should_Refuse_What_Is_Dropped_Without_Await(string code)
    {
        var outcome = await _bench.RunAsync(code);
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBeOneOf("CS4014", "PH1001");
        diagnostic.SourceLine.ShouldBe(code);
        diagnostic.Column.ShouldBeGreaterThan(0);
        _bench.Publisher.Plans.ShouldBeEmpty();
    }

    [Theory]
    [InlineData($"var t = {Now};", 9)]
    [InlineData($"var t = {On};", 9)]
    [InlineData($"Task t; t = {Now};", 13)]
    [InlineData($"void F() {{ var t = {Now}; }} F();", 20)]
    [InlineData($"async Task F() {{ var t = {Now}; await Task.Yield(); }} await F();", 26)]
    [InlineData($"var post = {On}; post.On(\"@b\", \"Hi\");", 12)]
    public async Task Should_Refuse_What_Is_Kept_And_Never_Awaited(string code, int column)
    {
        var outcome = await _bench.RunAsync(code);
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Line, diagnostic.Column).ShouldBe(("PH1001", 1, column));
        diagnostic.Text.ShouldContain("is never awaited");
    }

    [Fact]
    public async Task Should_Find_A_Forgotten_Await_In_A_Loaded_File()
    {
        _bench.Write("own.csx", $"void F()\n{{\n    {Now};\n}}");
        var outcome = await _bench.RunAsync("#load \"own.csx\"\nF();");
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.File, diagnostic.Line, diagnostic.Column).ShouldBe(("PH1001", "own.csx", 3, 5));
    }

    [Fact]
    public async Task Should_Report_Each_Forgotten_Await_Once()
    {
        var outcome = await _bench.RunAsync($"{Now};\n{On};\nvoid F() {{ {Now}; }}\nAction f = () => {Now};");
        outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.Select(diagnostic => diagnostic.Line).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task Should_Find_What_Is_Dropped_Within_What_Is_Dropped()
    {
        var outcome = await _bench.RunAsync($"var post = {On};\nTask.Run(() =>\n{{\n    post.On(\"@b\", \"Hi\");\n    {Now};\n}});\nawait post;");
        outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.Select(diagnostic => diagnostic.Line).ShouldBe([2, 5]);
    }

    [Theory]
    [InlineData($"_ = {Now};", 0)]
    [InlineData($"await {Now};", 1)]
    [InlineData($"await {On}.On(\"@b\", \"Hi\");", 2)]
    [InlineData($"var t = {Now}; await t;", 1)]
    [InlineData($"var t = {Now}; await Task.WhenAny(t, new TaskCompletionSource().Task); await t;", 1)]
    [InlineData($"var all = new List<Task> {{ {Now} }}; await Task.WhenAll(all);", 1)]
    [InlineData($"Task F() => {Now}; await F();", 1)]
    [InlineData($"Func<Task> f = () => {Now}; await f();", 1)]
    [InlineData($"Func<Task> f = async () => await {Now}; await f();", 1)]
    [InlineData("await Task.WhenAll(new[] { \"@a\", \"@b\" }.Select(p => Publish.Now(p, \"Hello\")));", 1)]
    [InlineData($"var post = {On}; post.On(\"@b\", \"Hi\").On(\"@c\", \"Ho\"); await post;", 3)]
    [InlineData($"var post = {On}; foreach (var p in new[] {{ \"@b\" }}) post.On(p, \"Hi\"); await post;", 2)]
    [InlineData($"var post = {On}; new List<string> {{ \"@b\" }}.ForEach(p => post.On(p, \"Hi\")); await post;", 2)]
    [InlineData($"var post = await {Now}; Say(post.Id);", 1)]
    [InlineData($"var post = await {Now}; post.ToString();", 1)]
    public async Task Should_Accept_What_Is_Awaited_Or_Dropped_On_Purpose(string code, int variants)
    {
        var outcome = await _bench.RunAsync(code);
        outcome.ShouldBe(new ScriptDone { Value = Sdk.Value.Nothing });
        if (variants > 0)
            _bench.Publisher.Plans[0].Variants.Count.ShouldBe(variants);
    }
}
