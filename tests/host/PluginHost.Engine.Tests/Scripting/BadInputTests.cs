namespace PluginHost.Engine.Scripting;

/// <summary>What people get wrong, and what scripts do that nobody would think of.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("void F()\n{\n    Say(\"one\"\n}", 3, 14, "CS1026")]
    [InlineData("\nvar x = ;", 2, 9, "CS1525")]
    [InlineData("class A {", 1, 10, "CS1513")]
    public async Task Should_Show_A_Syntax_Error_In_The_File_In_Which_It_Is(string code, int line, int column, string id)
    {
        _bench.Write("own.csx", code);
        var diagnostic = (await _bench.RunAsync("// The script.\n#load \"own.csx\"\nSay(\"never\");")).ShouldBeOfType<ScriptRefused>().Diagnostics[0];
        (diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Id).ShouldBe(("own.csx", line, column, id));
        diagnostic.SourceLine.ShouldBe(code.Split('\n')[line - 1]);
        _bench.Person.Said.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#load \"main.csx\"", "main.csx → a.csx → main.csx", "a.csx")]
    [InlineData("#load \"b.csx\"", "a.csx → b.csx → a.csx", "b.csx")]
    [InlineData("#load \"a.csx\"", "a.csx → a.csx", "a.csx")]
    public async Task Should_Name_The_Files_That_Load_Each_Other(string load, string circle, string file)
    {
        _bench.Write("a.csx", $"{load}\nvoid A() {{ }}");
        _bench.Write("b.csx", "#load \"a.csx\"\nvoid B() { }");
        var diagnostic = (await _bench.RunAsync("#load \"a.csx\"\nA();")).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.File, diagnostic.Line, diagnostic.Id).ShouldBe((file, 1, "PH1012"));
        diagnostic.Text.ShouldBe($"These files load each other: {circle}. Move what both need into a file that loads neither.");
    }

    [Fact]
    public async Task Should_Load_A_File_Once_That_Two_Others_Load()
    {
        _bench.Write("shared.csx", "Say(\"shared\"); int One() => 1;");
        _bench.Write("a.csx", "#load \"shared.csx\"\nint A() => One();");
        _bench.Write("b.csx", "#load \"shared.csx\"\nint B() => One();");
        (await _bench.RunAsync("#load \"a.csx\"\n#load \"b.csx\"\nA() + B()")).ShouldBe(new ScriptDone { Value = 2 });
        _bench.Person.Said.ShouldBe(["shared"]);
    }

    [Fact]
    public async Task Should_Fail_At_The_Line_When_A_Handler_Throws()
    {
        var failed = (await _bench.RunAsync(
            """
            class Bell
            {
                public event Action Rung;
                public void Ring() => Rung?.Invoke();
            }
            var bell = new Bell();
            bell.Rung += () => int.Parse("two");
            bell.Ring();
            """)).ShouldBeOfType<ScriptFailed>();
        (failed.ExceptionType, failed.Line).ShouldBe(("FormatException", 7));
    }

    [Fact]
    public async Task Should_Fail_At_The_Line_When_A_Handler_Throws_That_Awaits()
    {
        var failed = (await _bench.RunAsync(
            """
            event Action Rung;
            Rung += async () =>
            {
                await Task.Yield();
                int.Parse("two");
            };
            Rung();
            await new TaskCompletionSource().Task;
            """)).ShouldBeOfType<ScriptFailed>();
        (failed.ExceptionType, failed.Line).ShouldBe(("FormatException", 5));
    }

    [Fact]
    public async Task Should_Say_What_Went_Wrong_In_A_Task_That_Nobody_Awaits()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            async Task F()
            {
                await Task.Yield();
                int.Parse("two");
            }
            _ = F();
            for (var i = 0; i < 10; i++) await Task.Yield();
            "end"
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "end" });
        _bench.Person.Noted.ShouldHaveSingleItem().ShouldBe(
            "A task that the script let go of has failed: main.csx(4): FormatException: The input string 'two' was not in a correct format.\n    int.Parse(\"two\");");
    }

    [Fact]
    public async Task Should_Keep_Up_With_A_Script_That_Talks_Without_End()
    {
        // Given
        using var cancel = new CancellationTokenSource();
        var heard = 0;
        _bench.Person.Heard = _ =>
        {
            if (++heard == 10_000)
                cancel.Cancel();
        };
        _bench.Write("main.csx", "for (var n = 0; ; n++) Say($\"line {n}\");");

        // Then
        (await _bench.RunAsync([], cancel.Token)).ShouldBe(new ScriptCancelled());
        _bench.Person.Said.Count.ShouldBe(10_000);
        _bench.Person.Said[9_999].ShouldBe("line 9999");
    }
}
