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
    [InlineData("Say(\"here\"); await new TaskCompletionSource().Task.WaitAsync(Cancel);")]
    [InlineData("Say(\"here\"); while (true) Cancel.ThrowIfCancellationRequested();")]
    [InlineData("while (true) { Say(\"here\"); await Task.Yield(); }")]
    [InlineData("Say(\"here\"); await Ask.ForConfirm(\"Really?\")")]
    [InlineData("Say(\"here\"); new TaskCompletionSource().Task.WaitAsync(Cancel).Wait();")]
    [InlineData("Say(\"here\"); try { await new TaskCompletionSource().Task.WaitAsync(Cancel); } finally { await Task.Yield(); }")]
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
        _bench.Write("main.csx", "try { Say(\"here\"); await new TaskCompletionSource().Task.WaitAsync(Cancel); }\nfinally { int.Parse(\"two\"); }");
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
        // Given: a call that does not come back
        using var gate = new Gate();
        _bench.Person.Heard = _ => _cancel.Cancel();
        _bench.Write("main.csx", "Say(\"here\"); Args.Count");
        var running = _bench.RunAsync(gate, _cancel.Token);

        // When
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1.999));
        var soon = running.IsCompleted;
        _bench.Clock.Advance(TimeSpan.FromSeconds(0.001));

        // Then
        (await running).ShouldBeOfType<ScriptStuck>();
        soon.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Let_The_Script_Do_What_It_Registered_For_This()
    {
        _bench.Person.Heard = _ => _cancel.Cancel();
        _bench.Write("main.csx", "int Next(int n) => n + 1; var n = 1; Cancel.Register(() => AppContext.SetData(\"cleaned\", Next(n))); Say(\"here\"); while (true) { }");
        (await _bench.RunAsync([], _cancel.Token)).ShouldBe(new ScriptCancelled());
        AppContext.GetData("cleaned").ShouldBe(2);
    }

    [Fact]
    public async Task Should_Not_Hold_Up_Whoever_Cancels()
    {
        // Given: a callback of the script that never returns
        using var gate = new Gate();
        var here = new TaskCompletionSource();
        _bench.Person.Heard = _ => here.SetResult();
        _bench.Write("main.csx", "Cancel.Register(() => { _ = Args.Count; }); Say(\"here\"); await new TaskCompletionSource().Task;");
        var running = _bench.RunAsync(gate, _cancel.Token);
        await here.Task;

        // When
        _cancel.Cancel();
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(2));

        // Then
        (await running).ShouldBeOfType<ScriptStuck>();
    }

    [Fact]
    public async Task Should_Stop_A_Script_Whose_Time_Is_Over_And_Say_So()
    {
        // Given
        _bench.Write("main.csx", "while (true) { }");
        var running = RunForAsync(TimeSpan.FromSeconds(30), []);

        // When
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(30));

        // Then
        (await running).ShouldBe(new ScriptCancelled { Timeout = TimeSpan.FromSeconds(30) });
    }

    [Fact]
    public async Task Should_Say_That_A_Script_Whose_Time_Is_Over_Waits_For_Something()
    {
        // Given
        var here = new TaskCompletionSource();
        _bench.Person.Heard = _ => here.SetResult();
        _bench.Write("main.csx", "Say(\"here\"); await new TaskCompletionSource().Task;");
        var running = RunForAsync(TimeSpan.FromSeconds(30), []);
        await here.Task;

        // When
        while (!running.IsCompleted)
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        // Then
        (await running).ShouldBeOfType<ScriptStuck>().Timeout.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Should_Leave_A_Script_Alone_That_Ends_In_Time()
    {
        _bench.Write("main.csx", "1");
        (await RunForAsync(TimeSpan.FromSeconds(30), [])).ShouldBe(new ScriptDone { Value = 1 });
        _bench.Clock.Advance(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Should_Tell_What_A_Run_Took()
    {
        var usage = (await _bench.RunAsync("var all = new List<byte[]>(); for (var i = 0; i < 10; i++) all.Add(new byte[1000000]);")).Usage!;
        usage.Allocated.ShouldBeGreaterThan(10_000_000);
        usage.Elapsed.ShouldBe(TimeSpan.Zero);
        usage.Processor!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private Task<ScriptOutcome> RunForAsync(TimeSpan time, IReadOnlyList<string> args) =>
        _bench.Engine.RunAsync(new ScriptRequest { Path = _bench.ScriptPath, Args = args, Timeout = time }, _bench.Person, CancellationToken.None);

    /// <summary>Arguments that hold up whoever counts them, until the test is over.</summary>
    private sealed class Gate : IReadOnlyList<string>, IDisposable
    {
        private readonly ManualResetEventSlim _over = new();

        public int Count
        {
            get
            {
                _over.Wait();
                return 0;
            }
        }

        public string this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<string> GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Dispose() => _over.Set();
    }
}
