using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Scripts that are interrupted and run again.</summary>
public sealed class ScriptResumptionTests : IDisposable
{
    private const string Steps = """
        await Publish.Now("@a", $"First, at {Now:HH:mm}.");
        if (!System.IO.Path.Exists(Args[0])) throw new Exception("a slip");
        await Publish.Now("@b", $"Second, at {Now:HH:mm}.");
        """;

    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    private string Flag => Path.Combine(_bench.Folder, "flag");

    private IEnumerable<string> Published => _bench.Publisher.Plans.Select(plan => $"{plan.Effect} {plan.Variants[0].Text}");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Go_On_Where_It_Failed_With_The_Time_That_It_Had()
    {
        // Given
        (await _bench.RunAsync(Steps, Flag)).ShouldBeOfType<ScriptFailed>();
        _bench.Clock.Advance(TimeSpan.FromHours(3));
        File.WriteAllText(Flag, "");

        // When
        (await _bench.RunAgainAsync(Flag)).ShouldBeOfType<ScriptDone>();

        // Then
        Published.ShouldBe(["main 1 publish:main.csx:1#1 First, at 00:00.", "main 1 publish:main.csx:3#1 Second, at 03:00."]);
        _bench.Person.Noted.Single().ShouldBe(
            "Resuming run 1 of main, begun 2026-11-23 00:00:00: 1 step of it is done. What is done is not done again; --fresh begins anew.");
    }

    [Fact]
    public async Task Should_Begin_Another_Run_When_The_Last_One_Is_Done()
    {
        File.WriteAllText(Flag, "");
        await _bench.RunAsync(Steps, Flag);

        await _bench.RunAgainAsync(Flag);

        Published.Last().ShouldStartWith("main 2 publish:main.csx:3#1");
        _bench.Person.Noted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_A_Run_That_Stops_Itself()
    {
        await _bench.RunAsync("await Publish.Now(\"@a\", \"Hello.\"); Stop(\"enough\");");

        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Done);
    }

    [Fact]
    public async Task Should_Not_Resume_A_Run_With_Other_Arguments()
    {
        await _bench.RunAsync(Steps, Flag);
        File.WriteAllText(Flag + "2", "");

        (await _bench.RunAgainAsync(Flag + "2")).ShouldBeOfType<ScriptDone>();

        _bench.Journals.All.Select(run => run.End).ShouldBe([OccurrenceEnd.Interrupted, OccurrenceEnd.Done]);
    }

    [Fact]
    public async Task Should_Begin_Anew_Where_That_Is_Asked_For()
    {
        // Given
        await _bench.RunAsync(Steps, Flag);
        File.WriteAllText(Flag, "");

        // When
        (await RunAgainAsync(Resumption.Fresh)).ShouldBeOfType<ScriptDone>();

        // Then
        Published.Select(line => line[..8]).ShouldBe(["main 1 p", "main 2 p", "main 2 p"]);
        _bench.Journals.All[0].End.ShouldBe(OccurrenceEnd.Abandoned);
    }

    [Fact]
    public async Task Should_Run_Nothing_Where_There_Is_Nothing_To_Go_On_With()
    {
        // Given
        File.WriteAllText(Flag, "");
        await _bench.RunAsync($"Say(\"begun\");\n{Steps}", Flag);
        _bench.Person.Forget();

        // When
        var outcome = await RunAgainAsync(Resumption.Changed);

        // Then
        outcome.ShouldBeOfType<ScriptNotStarted>().Message.ShouldBe("Nothing of main.csx is interrupted, with these arguments: run it without --resume. Nothing was done.");
        _bench.Person.Said.ShouldBeEmpty();
        Published.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_Stop_And_Name_The_Ways_On_Where_The_Script_Was_Changed_And_Nobody_Is_There()
    {
        // Given
        await _bench.RunAsync(Steps, Flag);

        // When
        var outcome = await _bench.RunAsync($"Say(\"new\"); try {{ {Steps} }} catch {{ Say(\"caught\"); }}", Flag);

        // Then
        outcome.ShouldBeOfType<ScriptChanged>().Message.ShouldBe(
            "The script was changed since run 1 of main, begun 2026-11-23 00:00:00 was interrupted: 1 step of it is done. "
            + "--resume goes on with the changed script; --fresh begins anew, and does all of it again.");
        _bench.Publisher.Plans.Count.ShouldBe(1);
        _bench.Person.Said.ShouldBe(["new"]);
        _bench.Person.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Notice_A_Change_In_A_File_That_The_Script_Loads()
    {
        _bench.Write("own.csx", "var name = \"@a\";");
        await _bench.RunAsync("#load \"own.csx\"\nawait Publish.Now(name, \"Hello.\"); throw new Exception();");
        _bench.Write("own.csx", "var name = \"@b\";");

        (await _bench.RunAgainAsync()).ShouldBeOfType<ScriptChanged>();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task Should_Do_What_A_Person_Says_With_A_Changed_Script(int choice, int firsts)
    {
        // Given
        await _bench.RunAsync(Steps, Flag);
        (_bench.Person.IsThere, _bench.Person.Chooses) = (true, (_, choices) => choices[choice]);
        File.WriteAllText(Flag, "");

        // When
        (await _bench.RunAsync(Steps + "\nSay(\"more\");", Flag)).ShouldBeOfType<ScriptDone>();

        // Then
        _bench.Publisher.Plans.Count(plan => plan.Variants[0].Profile == "@a").ShouldBe(firsts);
        _bench.Publisher.Plans.Count(plan => plan.Variants[0].Profile == "@b").ShouldBe(1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Should_Leave_It_Where_A_Person_Says_So_Or_Nothing(int choice)
    {
        await _bench.RunAsync(Steps, Flag);
        (_bench.Person.IsThere, _bench.Person.Chooses) = (true, (_, choices) => choice < 0 ? null : choices[choice]);

        (await _bench.RunAsync(Steps + " ", Flag)).ShouldBeOfType<ScriptChanged>();

        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Interrupted);
    }

    [Fact]
    public async Task Should_Ask_Once_About_A_Change_That_Was_Agreed_To()
    {
        // Given
        await _bench.RunAsync(Steps, Flag);
        _bench.Write("main.csx", Steps + "\nSay(\"more\");");

        // When
        (await RunAgainAsync(Resumption.Changed)).ShouldBeOfType<ScriptFailed>();

        // Then
        (await RunAgainAsync(Resumption.Unchanged)).ShouldBeOfType<ScriptFailed>();
        _bench.Publisher.Plans.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Begin_Anew_After_A_Change_Where_Nothing_Was_Done_Yet()
    {
        using var stop = new CancellationTokenSource();
        _bench.Person.Heard = _ => stop.Cancel();
        _bench.Write("main.csx", "await Ask.ForText(\"Who?\"); Say(\"here\"); await new TaskCompletionSource().Task.WaitAsync(Cancel);");
        (await _bench.RunAsync([], stop.Token)).ShouldBeOfType<ScriptCancelled>();
        _bench.Person.Heard = _ => { };

        (await _bench.RunAsync("await Ask.ForText(\"Who?\")")).ShouldBe(new ScriptDone { Value = "Who? Kari" });

        _bench.Person.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Not_Ask_A_Person_Twice()
    {
        // Given
        const string Code = """
            var (name, sure, day) = (await Ask.ForText("Who?"), await Ask.ForConfirm("Sure?"), await Ask.ForChoice("When?", "Monday", "Friday"));
            Say($"{name} {sure} {day}");
            if (Args.Count > 0) await new TaskCompletionSource().Task.WaitAsync(Cancel);
            """;
        var more = new List<string> { "wait" };
        using var stop = new CancellationTokenSource();
        _bench.Person.Confirms = true;
        _bench.Person.Heard = _ => stop.Cancel();
        _bench.Write("main.csx", Code);
        (await _bench.RunAsync(more, stop.Token)).ShouldBeOfType<ScriptCancelled>();
        var asked = _bench.Person.Asked.Count;
        _bench.Person.Heard = _ => more.Clear();

        // When: the same arguments, which the script then finds gone
        var outcome = await _bench.RunAsync(more, CancellationToken.None);

        // Then
        outcome.ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["Who? Kari True Friday", "Who? Kari True Friday"]);
        _bench.Person.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Should_Read_A_File_As_It_Was()
    {
        // Given
        _bench.Write("menu.csv", "flavour\nvanilla\n");
        await _bench.RunAsync("Say(Csv.Read(\"menu.csv\")[0][\"flavour\"]); await Publish.Now(\"@a\", \"Hello.\"); if (Args.Count == 0) throw new Exception();");
        _bench.Write("menu.csv", "flavour\nchocolate\n");

        // When
        await _bench.RunAgainAsync();

        // Then
        _bench.Person.Said.ShouldBe(["value: vanilla", "value: vanilla"]);
    }

    [Fact]
    public async Task Should_Refuse_To_Publish_Beside_Its_Thread()
    {
        var outcome = await _bench.RunAsync("await Task.Run(() => Publish.Now(\"@a\", \"Hello.\"));");

        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldContain("on its own thread");
        _bench.Publisher.Plans.ShouldBeEmpty();
    }

    private Task<ScriptOutcome> RunAgainAsync(Resumption resumption) => _bench.Engine.RunAsync(
        new ScriptRequest { Path = _bench.ScriptPath, Args = [Flag], Resumption = resumption }, _bench.Person, CancellationToken.None);
}
