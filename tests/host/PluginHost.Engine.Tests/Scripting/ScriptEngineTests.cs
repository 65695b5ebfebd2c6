using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptEngineTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Run_A_Script_To_Its_End_And_Give_Its_Last_Value()
    {
        // When
        var outcome = await _bench.RunAsync("Say(\"Hello \" + Args[0]); await Task.Yield(); 40 + 2", "Kari");

        // Then
        outcome.ShouldBe(new ScriptDone { Value = 42 });
        _bench.Person.Said.ShouldBe(["Hello Kari"]);
    }

    [Fact]
    public async Task Should_Give_Nothing_Where_A_Script_Has_No_Last_Value()
    {
        (await _bench.RunAsync("var x = 1;")).ShouldBe(new ScriptDone { Value = Value.Nothing });
    }

    [Fact]
    public async Task Should_Turn_A_Value_Of_The_Scripts_Own_Type_Into_Text()
    {
        (await _bench.RunAsync("class Cone { public override string ToString() => \"two scoops\"; } new[] { new Cone(), new Cone() }"))
            .ShouldBeOfType<ScriptDone>().Value.ToString().ShouldBe("two scoops, two scoops");
    }

    [Fact]
    public async Task Should_Say_Which_Script_Is_Missing_And_Which_Was_Meant()
    {
        // Given
        _bench.Write("mian.csx", "1");

        // When
        var outcome = await _bench.RunAgainAsync();

        // Then
        var failed = outcome.ShouldBeOfType<ScriptFailed>();
        failed.Message.ShouldBe($"There is no script {_bench.ScriptPath}. Did you mean \"mian.csx\"?");
        failed.ExceptionType.ShouldBe(nameof(WrongUseException));
    }

    [Fact]
    public async Task Should_Join_A_Field_Of_Rows_Beside_Linq()
    {
        // Given
        _bench.Write("flavours.csv", "day,flavour\nMonday,Elvis\nSunday,Bourbon\nMonday,Secret Breakfast\n");

        // When
        var outcome = await _bench.RunAsync(
            """
            var menu = Csv.Read("flavours.csv").Where(row => row["day"] == Today.DayOfWeek.ToString());
            $"Today: {menu.Join("flavour")}."
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "Today: Elvis, Secret Breakfast." });
    }

    [Fact]
    public async Task Should_Read_Yaml_Beside_The_Script()
    {
        _bench.Write("menu.yaml", "Elvis");
        (await _bench.RunAsync("Yaml.Read(\"menu.yaml\")")).ShouldBe(new ScriptDone { Value = "menu.yaml: Elvis" });
    }

    [Fact]
    public async Task Should_Name_The_Nearest_File_Where_One_Is_Missing()
    {
        // Given
        _bench.Write("flavours.csv", "a\n1");

        // When
        var outcome = await _bench.RunAsync("Csv.Read(\"flavors.csv\");");

        // Then
        outcome.ShouldBeOfType<ScriptFailed>().ToString().ShouldBe(
            $"main.csx(1): There is no file \"flavors.csv\" beside the script, in {_bench.Folder}. Did you mean \"flavours.csv\"?\n"
            + "Csv.Read(\"flavors.csv\");");
    }

    [Fact]
    public async Task Should_Tell_The_Time_Of_The_Workspace()
    {
        (await _bench.RunAsync("$\"{Today} {Today.DayOfWeek} {Now:yyyy-MM-dd HH:mm zzz}\""))
            .ShouldBe(new ScriptDone { Value = "2026-11-23 Monday 2026-11-23 00:00 -08:00" });
    }

    [Fact]
    public async Task Should_Pass_Questions_And_Values_To_The_Person()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            Say(Record.Of(("name", "Elvis")));
            await Ask.ForText("Who?") + ", " + await Ask.ForChoice("Which?", "one", "two")
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "Who? Kari, two" });
        _bench.Person.Said.ShouldBe(["value: name: Elvis"]);
    }

    [Fact]
    public async Task Should_Offer_Asynchronous_Streams_And_Linq_On_Them()
    {
        // When
        var outcome = await _bench.RunAsync(
            """
            async IAsyncEnumerable<int> Count() { for (var i = 1; i <= 3; i++) { await Task.Yield(); yield return i; } }
            var sum = 0;
            await foreach (var i in Count().Where(i => i != 2)) sum += i;
            sum + await Count().CountAsync()
            """);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = 7 });
    }

    [Theory]
    [InlineData("System.Text.RegularExpressions.Regex.Replace(\"a1\", \"[0-9]\", \"b\")", "ab")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement.GetArrayLength()", "1")]
    [InlineData("new System.Text.StringBuilder(\"ab\").Append('c')", "abc")]
    [InlineData("new System.Uri(\"https://example.org/a\").Host", "example.org")]
    [InlineData("System.IO.Path.GetFileName(\"/a/b\")", "b")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1, 2).Length", "2")]
    [InlineData("string.Join(' ', new HashSet<int> { 1 }.Concat(new Queue<int>([2])))", "1 2")]
    [InlineData("new Uri(\"https://example.org\").IsAbsoluteUri", "true")]
    [InlineData("Profile.Listening", "listening")]
    public async Task Should_Let_Scripts_Use_What_They_Reasonably_Need(string code, string expected)
    {
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptDone>().Value.ToString().ShouldBe(expected, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task Should_Take_A_Question_Mark_After_A_Type_Without_Complaint()
    {
        (await _bench.RunAsync("string? nobody = null; nobody?.Length ?? 0")).ShouldBe(new ScriptDone { Value = 0 });
    }
}
