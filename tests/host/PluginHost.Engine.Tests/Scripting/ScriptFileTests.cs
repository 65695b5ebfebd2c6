using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The files that scripts write, and how they read them.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Write_Rows_Under_The_Columns_That_They_Have()
    {
        await _bench.RunAsync("""
            await Csv.Write("out/winners.csv", new[] { Record.Of(("who", "Kari, of Oslo"), ("n", 1)), Record.Of(("who", "Ola \"O\""), ("prize", "two\nscoops")) });
            """);

        Read("out/winners.csv").ShouldBe("who,n,prize\n\"Kari, of Oslo\",1,\n\"Ola \"\"O\"\"\",,\"two\nscoops\"\n");
    }

    [Fact]
    public async Task Should_Write_The_Columns_Of_A_Table_Without_Rows()
    {
        await _bench.RunAsync("await Csv.Write(\"empty.csv\", Table.Of(new int[0], (\"a\", n => n), (\"b\", n => n)));");

        Read("empty.csv").ShouldBe("a,b\n");
    }

    [Fact]
    public async Task Should_Keep_A_Row_Of_One_Empty_Field()
    {
        await _bench.RunAsync("await Csv.Write(\"one.csv\", new[] { Record.Of((\"a\", \"\")), Record.Of((\"a\", \"x\")) });");

        Read("one.csv").ShouldBe("a\n\"\"\nx\n");
    }

    [Fact]
    public async Task Should_Not_Write_Again_When_It_Is_Resumed()
    {
        // Given
        const string Code = "await Csv.Write(\"a.csv\", new[] { Record.Of((\"a\", 1)) }); if (Args.Count > 0) throw new Exception();";
        await _bench.RunAsync(Code, "fail");
        _bench.Write("a.csv", "changed by hand");

        // When
        await _bench.RunAgainAsync("fail");

        // Then
        Read("a.csv").ShouldBe("changed by hand");
    }

    [Fact]
    public async Task Should_Stop_Where_It_Would_Write_Something_Else_Under_The_Same_Key()
    {
        await _bench.RunAsync("await Csv.Write(\"a.csv\", new[] { Record.Of((\"a\", GC.GetTotalAllocatedBytes(precise: true))) }); throw new Exception();");

        (await _bench.RunAgainAsync()).ShouldBeOfType<ScriptFailed>().ExceptionType.ShouldBe(nameof(ChangedEffectException));
    }

    [Theory]
    [InlineData("../a.csv")]
    [InlineData("/etc/a.csv")]
    [InlineData(".pluginhost/store.db")]
    [InlineData("plugins.yaml")]
    [InlineData("./Plugins.yaml")]
    [InlineData(".git/hooks/pre-commit")]
    [InlineData("")]
    public async Task Should_Refuse_To_Write_Where_It_Must_Not(string path) =>
        (await _bench.RunAsync($"await Csv.Write(\"{path}\", new[] {{ Record.Of((\"a\", 1)) }});")).ShouldBeOfType<ScriptFailed>().ExceptionType.ShouldBe(nameof(PluginHostException));

    [Fact]
    public async Task Should_Leave_The_Old_File_Where_The_New_One_Cannot_Be_Written()
    {
        _bench.Write("a.csv", "old");

        var outcome = await _bench.RunAsync("await Csv.Write(\"a.csv\", new[] { Record.Of((\"a\", \"\\ud83c\")) });");

        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldContain("half of a character");
        Read("a.csv").ShouldBe("old");
        Directory.GetFiles(_bench.Folder, ".a.csv*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_To_Read_What_Is_No_Text()
    {
        File.WriteAllBytes(Path.Combine(_bench.Folder, "menu.csv"), "flavour\nfig\n"u8.ToArray().Append((byte)0xff).ToArray());

        (await _bench.RunAsync("Csv.Read(\"menu.csv\")")).ShouldBeOfType<ScriptFailed>().Message.ShouldBe("menu.csv(3): this is not UTF-8. Save the file as UTF-8.");
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_bench.Folder, name));
}
