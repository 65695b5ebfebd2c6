namespace PluginHost.Engine.Scripting;

public sealed class ScriptThreadTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Come_Back_To_Its_Thread_After_Every_Await()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            int Here() => Environment.CurrentManagedThreadId;
            var threads = new List<int> { Here() };
            await Task.Yield(); threads.Add(Here());
            await Task.Run(() => 1); threads.Add(Here());
            await Task.Run(() => 1); threads.Add(Here());
            async Task F() { await Task.Run(() => 1); threads.Add(Here()); }
            await Task.WhenAll(F(), F()); threads.Add(Here());
            threads.Distinct().Count() + " of " + threads.Count
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "1 of 7" });
    }

    [Fact]
    public async Task Should_Run_On_A_Thread_Of_Its_Own_That_Does_Not_Keep_The_Program_Alive()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            var thread = System.Threading.Thread.CurrentThread;
            $"{thread.Name} {thread.IsBackground} {thread.IsThreadPoolThread}"
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "script main True False" });
    }

    [Fact]
    public async Task Should_End_Although_What_It_Let_Go_Is_Still_Under_Way()
    {
        // When
        var outcome = await _bench.RunAsync("async Task Loop() { while (true) { await Task.Yield(); } }\n_ = Loop();\n\"end\"");

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "end" });
    }

    [Fact]
    public async Task Should_End_When_The_Last_Step_Is_Done_On_Another_Thread()
    {
        (await _bench.RunAsync("await Task.Run(async () => { for (var i = 0; i < 10; i++) await Task.Yield(); }).ConfigureAwait(false); \"end\"")).ShouldBe(new ScriptDone { Value = "end" });
    }

    [Fact]
    public async Task Should_Run_Two_Scripts_At_Once_On_Two_Threads()
    {
        // Given
        _bench.Write("other.csx", "Say(\"other \" + Environment.CurrentManagedThreadId); await Task.Yield();");
        _bench.Write("main.csx", "Say(\"main \" + Environment.CurrentManagedThreadId); await Task.Yield();");

        // When
        var outcomes = await Task.WhenAll(
            _bench.RunAgainAsync(),
            _bench.Engine.RunAsync(new ScriptRequest { Path = Path.Combine(_bench.Folder, "other.csx") }, _bench.Person, CancellationToken.None));

        // Then
        outcomes.ShouldAllBe(outcome => outcome is ScriptDone);
        _bench.Person.Said.Select(text => text.Split(' ')[1]).Distinct().Count().ShouldBe(2);
    }
}
