namespace PluginHost.Engine.Scripting;

public sealed class ForbiddenCallTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("await Task.Delay(5);", 7, "PH1005", "Task.Delay", "Wait(")]
    [InlineData("System.Threading.Thread.Sleep(5);", 1, "PH1005", "Thread.Sleep", "Wait(")]
    [InlineData("Thread.Sleep(5);", 1, "PH1005", "Thread", "Wait(")]
    [InlineData("new System.Threading.PeriodicTimer(Minutes(1))", 1, "PH1005", "new PeriodicTimer", "Every(")]
    [InlineData("Say(DateTime.Now.ToString());", 5, "PH1006", "DateTime.Now", "Use Now")]
    [InlineData("Say($\"{DateTime.UtcNow}\");", 8, "PH1006", "DateTime.UtcNow", "Use Now")]
    [InlineData("Say(DateTime.Today.ToString());", 5, "PH1006", "DateTime.Today", "Today")]
    [InlineData("Say(DateTimeOffset.UtcNow.ToString());", 5, "PH1006", "DateTimeOffset.UtcNow", "Use Now")]
    [InlineData("Say(TimeProvider.System.GetUtcNow().ToString());", 5, "PH1006", "TimeProvider.System", "Use Now")]
    [InlineData("var w = System.Diagnostics.Stopwatch.StartNew(); Say(w.Elapsed.ToString());", 9, "PH1006", "Stopwatch.StartNew", "Use Now")]
    [InlineData("Say(new Random().Next().ToString());", 5, "PH1007", "new Random", "Use Random")]
    [InlineData("System.Random r = new(5);", 19, "PH1007", "new Random", "Use Random")]
    [InlineData("Say(System.Random.Shared.Next().ToString());", 5, "PH1007", "Random.Shared", "Use Random")]
    [InlineData("Say(Guid.NewGuid().ToString());", 5, "PH1007", "Guid.NewGuid", "Use Random")]
    [InlineData("Console.ReadLine();", 1, "PH1008", "Console.ReadLine", "Ask.ForText")]
    [InlineData("Console.WriteLine(1);", 1, "PH1008", "Console.WriteLine", "Say(")]
    [InlineData("Console.Out.Write(1);", 1, "PH1008", "Console.Out", "Say(")]
    [InlineData("Environment.Exit(1);", 1, "PH1009", "Environment.Exit", "Stop(")]
    [InlineData("Environment.FailFast(\"\");", 1, "PH1009", "Environment.FailFast", "Stop(")]
    [InlineData("new System.Net.Http.HttpClient()", 1, "PH1010", "new HttpClient", "IHost.Http")]
    [InlineData("using static System.Threading.Thread;\nSleep(5);", 1, "PH1005", "Thread.Sleep", "Wait(")]
    [InlineData("using Clock = System.DateTime;\nSay(Clock.Now.ToString());", 5, "PH1006", "DateTime.Now", "Use Now")]
    [InlineData("Action<int> sleep = System.Threading.Thread.Sleep;", 21, "PH1005", "Thread.Sleep", "Wait(")]
    [InlineData("Func<Guid> id = Guid.NewGuid;", 17, "PH1007", "Guid.NewGuid", "Use Random")]
    public async Task Should_Refuse_A_Way_Past_The_Host_And_Name_The_Other(string code, int column, string id, string name, string instead)
    {
        var diagnostic = (await _bench.RunAsync(code)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Column).ShouldBe((id, column));
        diagnostic.Text.ShouldStartWith($"{name} goes past the host. ");
        diagnostic.Text.ShouldContain(instead);
        diagnostic.ToString().ShouldContain($": error {id}: ");
    }

    [Fact]
    public async Task Should_Find_It_In_What_A_Script_Loads()
    {
        _bench.Write("own.csx", "void Pause()\n{\n    System.Threading.Thread.Sleep(5);\n}");
        var diagnostic = (await _bench.RunAsync("#load \"own.csx\"\nPause();")).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.File, diagnostic.Line, diagnostic.Id).ShouldBe(("own.csx", 3, "PH1005"));
    }

    [Theory]
    [InlineData("nameof(DateTime.Now) + nameof(System.Threading.Thread.Sleep)")]
    [InlineData("class Console { public static int WriteLine() => 1; } Console.WriteLine()")]
    [InlineData("class Clock { public int Now => 1; } new Clock().Now")]
    [InlineData("DateTime.Parse(\"2026-01-01\").Date + TimeSpan.FromDays(1)")]
    [InlineData("Guid.Parse(\"00000000-0000-0000-0000-000000000000\")")]
    [InlineData("Environment.NewLine + System.IO.Path.Combine(\"a\", \"b\")")]
    public async Task Should_Leave_Alone_What_Only_Looks_Like_It(string code)
    {
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptDone>();
        _bench.Person.Noted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Warn_Of_Files_When_It_Compiles()
    {
        // When
        var outcome = await _bench.RunAsync("var path = Args[0];\nSystem.IO.File.Exists(path)", _bench.ScriptPath);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = true });
        var note = _bench.Person.Noted.ShouldHaveSingleItem();
        note.ShouldStartWith("main.csx(2,1): warning PH1011: File.Exists goes past the host. ");
        note.ShouldContain("Csv.Read, Yaml.Read");
        note.ShouldEndWith("\nSystem.IO.File.Exists(path)");

        // When: nothing has changed
        await _bench.RunAgainAsync(_bench.ScriptPath);

        // Then
        _bench.Person.Noted.Count.ShouldBe(1);
    }
}
