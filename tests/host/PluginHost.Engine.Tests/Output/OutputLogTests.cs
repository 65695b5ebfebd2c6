using PluginHost.Engine.Output;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Output;

public sealed class OutputLogTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeClock _clock = new();

    public void Dispose() => _folder.Dispose();

    private string LogFile => Path.Combine(_folder.Path, "data", "output.log");

    [Fact]
    public void Should_Write_A_Line_With_Its_Instant_Severity_And_Source()
    {
        var log = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);

        log.Write("acme.notes", Severity.Warning, "Ønsker 3 kuler 🍦");
        _clock.Advance(TimeSpan.FromMilliseconds(1500));
        log.Write("host", Severity.Error, "first\r\nsecond\nthird");

        File.ReadAllText(LogFile).ShouldBe(
            "2026-03-02T09:00:00.000Z warning acme.notes: Ønsker 3 kuler 🍦\n2026-03-02T09:00:01.500Z error host: first\n    second\n    third\n");
        log.Lines.Select(line => (line.Source, line.Severity, line.Text)).ShouldBe(
            [("acme.notes", Severity.Warning, "Ønsker 3 kuler 🍦"), ("host", Severity.Error, "first\r\nsecond\nthird")]);
        log.WriteProblem.ShouldBeNull();
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("nb-NO")]
    public void Should_Write_The_Same_In_Every_Culture(string culture)
    {
        using var _ = new OtherCulture(culture);
        var log = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);

        log.Write("host", Severity.Information, "hello");

        File.ReadAllText(LogFile).ShouldBe("2026-03-02T09:00:00.000Z information host: hello\n");
    }

    [Fact]
    public void Should_Make_Nothing_Before_The_First_Line()
    {
        _ = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);

        Directory.Exists(Path.Combine(_folder.Path, "data")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Keep_The_Data_Out_Of_Version_Control()
    {
        new OutputLog(Path.Combine(_folder.Path, "data"), _clock).Write("host", Severity.Information, "hello");

        File.ReadAllText(Path.Combine(_folder.Path, "data", ".gitignore")).ShouldBe("*\n");
    }

    [Fact]
    public void Should_Keep_The_Last_Thousand_Lines()
    {
        var log = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);
        for (var line = 1; line <= 1_001; line++)
            log.Write("host", Severity.Information, $"{line}");

        log.Lines.Count.ShouldBe(1_000);
        (log.Lines[0].Text, log.Lines[^1].Text).ShouldBe(("2", "1001"));
    }

    [Fact]
    public void Should_Begin_A_New_File_When_One_Is_Large_And_Keep_The_Old_One_Once()
    {
        var log = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);
        log.Write("host", Severity.Information, "the first");
        using (var file = new FileStream(LogFile, FileMode.Open))
            file.SetLength(9 << 20);

        log.Write("host", Severity.Information, "the next");

        File.ReadAllText(LogFile).ShouldBe("2026-03-02T09:00:00.000Z information host: the next\n");
        new FileInfo(Path.Combine(_folder.Path, "data", "output.old.log")).Length.ShouldBe(9 << 20);
    }

    [Fact]
    public void Should_Keep_A_Line_That_Cannot_Be_Written()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "data"), "a file where the folder should be");
        var log = new OutputLog(Path.Combine(_folder.Path, "data"), _clock);

        log.Write("host", Severity.Information, "hello");

        log.Lines.Single().Text.ShouldBe("hello");
        log.WriteProblem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Should_Stamp_The_Lines_Of_A_Plugin_With_Its_Id()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public void Say(IHost host) => host.Output.Write(Severity.Warning, "the tub is nearly empty");
            }
            """);

        await workspace.DoAsync("guest.say");

        var line = workspace.Engine.Output.Lines.Single();
        (line.Source, line.Severity, line.Text).ShouldBe(("guest", Severity.Warning, "the tub is nearly empty"));
    }
}
