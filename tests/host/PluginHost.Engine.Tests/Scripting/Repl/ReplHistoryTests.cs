namespace PluginHost.Engine.Scripting;

public sealed class ReplHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Should_Remember_Over_Sessions_And_Workspaces_Apart()
    {
        var history = Open("/a");
        history.Add("void F()\n{\n    Say(\"\\n\");\n}");
        history.Add("1");

        Open("/a").Entries.ShouldBe(["void F()\n{\n    Say(\"\\n\");\n}", "1"]);
        Open("/b").Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" token = \"secret\"")]
    [InlineData("1")]
    public void Should_Not_Keep_Blanks_Repetitions_And_What_Is_Nobody_Elses_Business(string entry)
    {
        Open("/a").Add("1");
        Open("/a").Add(entry);

        Open("/a").Entries.ShouldBe(["1"]);
    }

    [Fact]
    public void Should_Keep_The_Last_Ones()
    {
        var history = Open("/a");
        for (var i = 0; i < ReplHistory.Most + 5; i++)
            history.Add($"{i}");

        Open("/a").Entries.Count.ShouldBe(ReplHistory.Most);
        Open("/a").Entries[0].ShouldBe("5");
    }

    [Fact]
    public void Should_Lose_Nothing_Of_Two_Sessions()
    {
        var (one, other) = (Open("/a"), Open("/a"));
        one.Add("1");
        other.Add("2");

        Open("/a").Entries.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Should_Be_Its_Owners_Alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps the profile's folder private itself.");
            return;
        }

        Open("/a").Add("1");

        File.GetUnixFileMode(Directory.GetFiles(_folder).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Should_Do_Without_Where_It_Cannot_Be_Written()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var history = ReplHistory.Open(file, "/a");

        history.Add("1");

        history.Entries.ShouldBe(["1"]);
    }

    private ReplHistory Open(string workspace) => ReplHistory.Open(_folder, workspace);
}
