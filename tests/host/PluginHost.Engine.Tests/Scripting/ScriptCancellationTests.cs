namespace PluginHost.Engine.Scripting;

public sealed class ScriptCancellationTests : IDisposable
{
    private readonly ScriptBench _bench = new();
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose()
    {
        _cancel.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("Say(\"here\"); await Task.Delay(-1, Cancel);")]
    [InlineData("Say(\"here\"); while (true) Cancel.ThrowIfCancellationRequested();")]
    [InlineData("while (true) { Say(\"here\"); await Task.Yield(); }")]
    [InlineData("Say(\"here\"); await Ask.ForConfirm(\"Really?\")")]
    [InlineData("Say(\"here\"); Task.Delay(-1, Cancel).Wait();")]
    [InlineData("Say(\"here\"); try { await Task.Delay(-1, Cancel); } finally { await Task.Yield(); }")]
    [InlineData("Say(\"here\"); Enumerable.Repeat(1, int.MaxValue).Select(n => { Cancel.ThrowIfCancellationRequested(); return n; })")]
    public async Task Should_Cancel_A_Script_That_Obeys(string code)
    {
        _bench.Person.Heard = _ => _cancel.Cancel();
        _bench.Write("main.csx", code);
        (await _bench.RunAsync([], _cancel.Token)).ShouldBe(new ScriptCancelled());
    }

    [Fact]
    public async Task Should_Not_Start_A_Script_That_Is_Cancelled_Already()
    {
        await _cancel.CancelAsync();
        _bench.Write("main.csx", "Say(\"here\");");
        (await _bench.RunAsync([], _cancel.Token)).ShouldBe(new ScriptCancelled());
        _bench.Person.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Be_Done_When_The_Script_Ends_In_Spite_Of_It()
    {
        _bench.Person.Heard = _ => _cancel.Cancel();
        _bench.Write("main.csx", "Say(\"here\"); 1");
        (await _bench.RunAsync([], _cancel.Token)).ShouldBe(new ScriptDone { Value = 1 });
    }

    [Fact]
    public async Task Should_Show_What_Went_Wrong_While_The_Script_Cleaned_Up()
    {
        _bench.Person.Heard = _ => _cancel.Cancel();
        _bench.Write("main.csx", "try { Say(\"here\"); await Task.Delay(-1, Cancel); }\nfinally { int.Parse(\"two\"); }");
        (await _bench.RunAsync([], _cancel.Token)).ShouldBeOfType<ScriptFailed>().Line.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Not_Take_Another_Cancellation_For_Its_Own()
    {
        var outcome = await _bench.RunAsync("throw new OperationCanceledException(\"Not yours.\");");
        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldBe("OperationCanceledException: Not yours.");
    }

    [Fact]
    public async Task Should_Give_Up_On_A_Script_That_Does_Not_End_Within_Two_Seconds()
    {
        // Given
        var args = new List<string>();
        var ended = new TaskCompletionSource();
        _bench.Person.Heard = text => (text == "here" ? () => _cancel.CancelAsync() : (Action)ended.SetResult)();
        _bench.Write("main.csx", "Say(\"here\"); try { while (Args.Count == 0) { } } finally { try { Say(\"end\"); } catch { Args.ToString(); } }");
        var running = _bench.RunAsync(args, _cancel.Token);

        // When
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1.999));
        var soon = running.IsCompleted;
        _bench.Clock.Advance(TimeSpan.FromSeconds(0.001));
        var outcome = await running;
        args.Add("end");

        // Then
        soon.ShouldBeFalse();
        outcome.ShouldBe(new ScriptStuck());
    }

    [Fact]
    public async Task Should_Not_Hold_Up_Whoever_Cancels()
    {
        // Given: a callback of the script that never returns
        var args = new List<string>();
        var here = new TaskCompletionSource();
        _bench.Person.Heard = _ => here.SetResult();
        _bench.Write("main.csx", "Cancel.Register(() => { while (Args.Count == 0) { } }); Say(\"here\"); await Task.Delay(-1);");
        var running = _bench.RunAsync(args, _cancel.Token);
        await here.Task;

        // When
        _cancel.Cancel();
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(2));

        // Then
        (await running).ShouldBe(new ScriptStuck());
        args.Add("end");
    }
}
