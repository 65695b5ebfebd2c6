using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

/// <summary>Commands that scripts run.</summary>
public sealed class ScriptCommandTests : IDisposable
{
    private const string Greet = """
        var greeting = await Run("acme.greet", new { name = "Kari" });
        Say(greeting.ToString());
        if (Args.Count > 0) throw new Exception("a slip");
        """;

    private readonly ScriptBench _bench = new();

    private FakeCommands Commands => _bench.Commands;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Give_The_Result_Of_A_Command()
    {
        (await _bench.RunAsync(Greet)).ShouldBeOfType<ScriptDone>();

        _bench.Person.Said.ShouldBe(["Hello, Kari."]);
        Commands.Told.ShouldBe([Record.Of(("name", "Kari"))]);
    }

    [Theory]
    [InlineData("new { name = \"Kari\", times = 3 }", 3)]
    [InlineData("Record.Of((\"name\", \"Kari\"), (\"times\", 3))", 3)]
    public async Task Should_Tell_It_What_The_Script_Names(string arguments, int times)
    {
        (await _bench.RunAsync($"await Run(\"acme.greet\", {arguments})")).ShouldBeOfType<ScriptDone>();

        Commands.Told.ShouldBe([Record.Of(("name", "Kari"), ("times", times))]);
    }

    [Fact]
    public async Task Should_Write_Lengths_Of_Time_And_Days_As_Commands_Read_Them()
    {
        await _bench.RunAsync("""await Run("acme.greet", new { name = new[] { "a", "b" }, wait = Minutes(90), day = Today, at = default(DateTimeOffset), on = true, price = 1.5m, none = (string)null })""");

        Commands.Told.ShouldBe([Record.Of(
            ("name", new ListValue(["a", "b"])),
            ("wait", "90m"),
            ("day", "2026-11-23"),
            ("at", default(DateTimeOffset)),
            ("on", true),
            ("price", 1.5m),
            ("none", Value.Nothing))]);
    }

    [Fact]
    public async Task Should_Ask_For_What_Is_Missing_And_Not_Twice()
    {
        // Given
        Commands.Work = (_, _) => throw new PluginFaultedException("acme", "It broke.");
        await _bench.RunAsync("await Run(\"acme.greet\");");
        (_bench.Person.IsThere, _bench.Person.Chooses) = (true, (_, choices) => choices[0]);
        Commands.Work = (told, _) => Task.FromResult(told["name"]);

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        outcome.ShouldBeOfType<ScriptDone>();
        _bench.Person.Asked.Count(question => question == "Whom?").ShouldBe(1);
        var wanted = Record.Of(("name", "Whom? Kari"));
        Commands.Told.ShouldBe([wanted, wanted]);
    }

    [Theory]
    [InlineData("await Run(\"acme.great\", new { name = \"x\" })", "There is no command \"acme.great\".")]
    [InlineData("await Run(\"acme.greet\", \"x\")", "Run(\"acme.greet\", …) takes an object with a property for each parameter: Run(\"acme.greet\", new { name = \"value\" }).")]
    [InlineData("await Run(\"acme.greet\", new { })", "Run(\"acme.greet\", …) takes an object with a property for each parameter: Run(\"acme.greet\", new { name = \"value\" }).")]
    [InlineData("await Run(\"acme.greet\", new { name = new object() })", "name is a Object, which acme.greet cannot be told. Give it a text, a number, true or false, a length of time, an instant, or a list of texts.")]
    public async Task Should_Refuse_What_Is_No_Call(string code, string message)
    {
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptFailed>().Message.ShouldBe(message);

        Commands.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Name_A_Run_That_Is_Not_Awaited() =>
        (await _bench.RunAsync("Run(\"acme.greet\");")).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("CS4014");

    [Fact]
    public async Task Should_Not_Run_Again_What_An_Interrupted_Run_Has_Run()
    {
        // Given
        await _bench.RunAsync(Greet, "fail");

        // When
        await _bench.RunAgainAsync("fail");

        // Then
        _bench.Person.Said.ShouldBe(["Hello, Kari.", "Hello, Kari."]);
        Commands.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Try_A_Refused_Command_Anew_And_Ask_Nobody()
    {
        // Given
        Commands.Work = (_, _) => throw new PluginHostException("Nobody of that name is there.");
        (await _bench.RunAsync(Greet)).ShouldBeOfType<ScriptFailed>().Message.ShouldBe("Nobody of that name is there.");
        Commands.Work = (_, _) => Task.FromResult<Value>("Welcome.");

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        outcome.ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["Welcome."]);
        _bench.Person.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Show_The_Script_A_Refusal_Again_That_It_Lived_With()
    {
        // Given
        const string Code = """
            try { await Run("acme.greet", new { name = "Ola" }); } catch (PluginHostException refused) { Say(refused.Message); }
            await Run("acme.greet", new { name = "Kari" });
            if (Args.Count > 0) throw new Exception("a slip");
            """;
        Commands.Work = (told, _) => told["name"].ToString() == "Ola" ? throw new PluginHostException("No.") : Task.FromResult<Value>("Yes.");
        await _bench.RunAsync(Code, "fail");

        // When
        await _bench.RunAgainAsync("fail");

        // Then
        _bench.Person.Said.ShouldBe(["No.", "No."]);
        Commands.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Stop_Where_Nobody_Knows_Whether_It_Was_Done_And_Nobody_Is_There()
    {
        // Given
        await InterruptAsync();

        // When
        var outcome = await _bench.RunAgainAsync();
        var again = await _bench.RunAgainAsync();

        // Then
        const string Doubt = "acme.greet was under way when the run was interrupted, since 2026-11-23 00:00:00. Whether it was done is not known. "
            + "Look whether it was, and run the script in a terminal to say so. --fresh begins anew, and does all of it again.";
        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldBe(Doubt);
        again.ShouldBeOfType<ScriptFailed>().Message.ShouldBe(Doubt);
        Commands.Told.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 2, "Hello, Kari.")]
    [InlineData(1, 1, "")]
    public async Task Should_Do_With_A_Doubt_What_A_Person_Says(int choice, int runs, string said)
    {
        // Given
        await InterruptAsync();
        (_bench.Person.IsThere, _bench.Person.Chooses) = (true, (_, choices) => choices[choice]);

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        outcome.ShouldBeOfType<ScriptDone>();
        Commands.Told.Count.ShouldBe(runs);
        _bench.Person.Said.ShouldBe([said]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Should_Leave_A_Doubt_Where_A_Person_Says_So_Or_Nothing(int choice)
    {
        // Given
        await InterruptAsync();
        (_bench.Person.IsThere, _bench.Person.Chooses) = (true, (_, choices) => choice < 0 ? null : choices[choice]);

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        outcome.ShouldBeOfType<ScriptFailed>();
        Commands.Told.Count.ShouldBe(1);
        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Interrupted);
    }

    [Fact]
    public async Task Should_Refuse_To_Run_A_Command_Beside_Its_Thread()
    {
        var outcome = await _bench.RunAsync("await Task.Run(() => Run(\"acme.greet\", new { name = \"Kari\" }));");

        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldContain("on its own thread");
        Commands.Told.ShouldBeEmpty();
    }

    // The command is done, and the process is killed before that is written.
    private async Task InterruptAsync()
    {
        var work = Commands.Work;
        Commands.Work = (told, cancel) =>
        {
            _bench.Journals.Writing = () => throw new KilledException();
            return work(told, cancel);
        };
        (await _bench.RunAsync(Greet)).ShouldBeOfType<ScriptFailed>();
        (_bench.Journals.Writing, Commands.Work) = (() => { }, work);
        _bench.Journals.Kill();
        _bench.Person.Forget();
    }
}
