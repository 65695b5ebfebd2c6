namespace PluginHost.Engine.Scripting;

/// <summary>What scripts tell of themselves: notifications and progress.</summary>
public sealed class ScriptTellingTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Notify_The_Person()
    {
        await _bench.RunAsync("Notify(\"Open.\"); Notify(\"Late.\", Severity.Warning);");

        _bench.Person.Shown.ShouldBe(["Information: Open.", "Warning: Late."]);
    }

    [Fact]
    public async Task Should_Say_An_Empty_Line_Where_There_Is_Nothing_To_Say()
    {
        // Whoever shows it is never given a null: a terminal, a pipe, the screen and a rehearsal do the same.
        var outcome = await _bench.RunAsync("string text = null; Say(text); Notify(text); Progress(1, 2, text); Value value = null; Say(value); Say(\"after\");");

        outcome.ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["", "", "after"]);
        _bench.Person.Shown.ShouldBe(["Information: ", "0.50 "]);
    }

    [Fact]
    public async Task Should_Tell_How_Far_It_Is()
    {
        await _bench.RunAsync("Progress(1, 4, \"peeling\"); Progress(9, 4, \"\"); foreach (var x in Progress(new[] { 1, 2 })) Say($\"{x}\");");

        _bench.Person.Shown.ShouldBe(["0.25 peeling", "1.00 ", "0.00 ", "0.50 ", "1.00 "]);
        _bench.Person.Said.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Should_Go_Through_Nothing_Without_A_Word()
    {
        await _bench.RunAsync("foreach (var x in Progress(new int[0])) Say($\"{x}\");");

        _bench.Person.Shown.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("double.NaN")]
    public async Task Should_Refuse_Progress_Of_Nothing(string of) =>
        (await _bench.RunAsync($"Progress(0, {of}, \"\");")).ShouldBeOfType<ScriptFailed>().Message.ShouldContain("there is nothing to do");

    [Theory]
    [InlineData("Notify(\"x\")")]
    [InlineData("Progress(1, 2, \"\")")]
    [InlineData("foreach (var x in Progress(new[] { 1 })) { }")]
    public async Task Should_Tell_Nothing_After_It_Has_Stopped(string code)
    {
        (await _bench.RunAsync($"try {{ Stop(\"enough\"); }} catch {{ }} {code};")).ShouldBeOfType<ScriptStopped>();

        _bench.Person.Shown.ShouldBeEmpty();
    }
}
