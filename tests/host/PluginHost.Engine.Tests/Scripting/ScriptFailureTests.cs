using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptFailureTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Show_The_Line_That_Threw()
    {
        // When
        var outcome = await _bench.RunAsync("Say(\"one\");\n\nint.Parse(\"two\");\nSay(\"three\");");

        // Then
        outcome.ShouldBe(new ScriptFailed
        {
            Message = "FormatException: The input string 'two' was not in a correct format.",
            File = "main.csx",
            Line = 3,
            SourceLine = "int.Parse(\"two\");",
            ExceptionType = "FormatException",
        });
        outcome.ToString().ShouldBe(
            "main.csx(3): FormatException: The input string 'two' was not in a correct format.\nint.Parse(\"two\");");
    }

    [Fact]
    public async Task Should_Show_The_Line_That_Threw_After_An_Await()
    {
        var outcome = await _bench.RunAsync("async Task F()\n{\n    await Task.Run(() => 1);\n    int.Parse(\"two\");\n}\nawait Task.Yield();\nawait F();");
        var failed = outcome.ShouldBeOfType<ScriptFailed>();
        (failed.File, failed.Line, failed.SourceLine).ShouldBe(("main.csx", 4, "    int.Parse(\"two\");"));
    }

    [Fact]
    public async Task Should_Show_The_Line_That_Threw_In_A_Loaded_File_From_The_Cache_Too()
    {
        // Given
        _bench.Write("own.csx", "\nvoid F() => int.Parse(\"two\");");
        await _bench.RunAsync("#load \"own.csx\"\nawait Task.Yield();\nF();");
        _bench.Restart();

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        var failed = outcome.ShouldBeOfType<ScriptFailed>();
        (failed.File, failed.Line, failed.SourceLine).ShouldBe(("own.csx", 2, "void F() => int.Parse(\"two\");"));
    }

    [Fact]
    public async Task Should_Show_The_Message_Of_An_Expected_Exception_As_It_Is()
    {
        var outcome = await _bench.RunAsync("throw new WrongUseException(\"There is no such profile.\");");
        outcome.ToString().ShouldBe("main.csx(1): There is no such profile.\nthrow new WrongUseException(\"There is no such profile.\");");
        outcome.ShouldBeOfType<ScriptFailed>().ExceptionType.ShouldBe(nameof(WrongUseException));
    }

    [Theory]
    [InlineData("Task.Run(() => int.Parse(\"two\")).Wait();")]
    [InlineData("await Task.WhenAll(Task.Run(() => int.Parse(\"two\")));")]
    [InlineData("class C { public static int N = int.Parse(\"two\"); } Say(C.N.ToString());")]
    public async Task Should_Look_Into_What_Only_Wraps_The_Exception(string code)
    {
        var failed = (await _bench.RunAsync(code)).ShouldBeOfType<ScriptFailed>();
        (failed.ExceptionType, failed.File, failed.Line).ShouldBe(("FormatException", "main.csx", 1));
    }

    [Fact]
    public async Task Should_Describe_An_Exception_Of_The_Scripts_Own_Type()
    {
        var outcome = await _bench.RunAsync("class Melted : Exception { public Melted() : base(\"Too warm.\") { } }\nthrow new Melted();");
        outcome.ToString().ShouldBe("main.csx(2): Melted: Too warm.\nthrow new Melted();");
    }

    [Fact]
    public async Task Should_Fail_When_An_Async_Void_Throws()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            async void F()
            {
                await Task.Yield();
                int.Parse("two");
            }
            F();
            await new TaskCompletionSource().Task;
            """);

        // Then
        var failed = outcome.ShouldBeOfType<ScriptFailed>();
        (failed.ExceptionType, failed.Line).ShouldBe(("FormatException", 4));
    }

    [Fact]
    public async Task Should_Fail_When_An_Async_Void_Throws_At_Once()
    {
        var outcome = await _bench.RunAsync("async void F() => int.Parse(\"two\");\nF();\nawait new TaskCompletionSource().Task;");
        outcome.ShouldBeOfType<ScriptFailed>().Line.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Survive_A_Deep_Recursion_That_Asks_For_Stack()
    {
        var outcome = await _bench.RunAsync(
            "int F(int n) { System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack(); return F(n + 1) + 1; }\nF(0)");
        outcome.ShouldBeOfType<ScriptFailed>().ExceptionType.ShouldBe(nameof(InsufficientExecutionStackException));
    }

    [Fact]
    public async Task Should_Count_Stop_As_An_End_Of_Its_Own()
    {
        (await _bench.RunAsync("Say(\"one\"); Stop(\"Questions first.\"); Say(\"two\");")).ShouldBe(new ScriptStopped { Reason = "Questions first." });
        _bench.Person.Said.ShouldBe(["one"]);
    }

    [Fact]
    public async Task Should_Stop_Although_The_Script_Catches_Everything()
    {
        // When
        var outcome = await _bench.RunAsync("try { Stop(\"First.\"); } catch { }\ntry { Say(\"no\"); } catch { }\ntry { Stop(\"Second.\"); } catch { }\n1");

        // Then
        outcome.ShouldBe(new ScriptStopped { Reason = "First." });
        _bench.Person.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Stop_From_An_Async_Void()
    {
        (await _bench.RunAsync("async void F() { await Task.Yield(); Stop(\"Enough.\"); }\nF();\nawait new TaskCompletionSource().Task;"))
            .ShouldBe(new ScriptStopped { Reason = "Enough." });
    }

    [Fact]
    public async Task Should_Show_Paths_In_Full_Where_They_Lie_Elsewhere()
    {
        // Given
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-").FullName;
        var shared = Path.Combine(elsewhere, "shared.csx");
        try
        {
            await File.WriteAllTextAsync(shared, "int.Parse(\"two\");");

            // When
            var outcome = await _bench.RunAsync($"#load \"{shared}\"\n");

            // Then
            outcome.ShouldBeOfType<ScriptFailed>().File.ShouldBe(shared);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }
}
