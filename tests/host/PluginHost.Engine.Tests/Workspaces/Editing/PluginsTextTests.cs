using PluginHost.Engine.Workspaces;
using PluginHost.Engine.Workspaces.Editing;

namespace PluginHost.Engine.Tests.Workspaces.Editing;

public sealed class PluginsTextTests
{
    private const string InLines = """
        # ours
        plugins:
          posting:                  # sends
            settings:
              undo: 30s             # half a minute
          acme.notes: { version: 1.2.0, settings: { a: b } }

          # the rest
          insights:   off           # too slow
          quiet:
        zone: Europe/Oslo # where we are

        """;

    private static readonly string File = Path.Combine(Path.GetTempPath(), "plugins.yaml");

    [Theory]
    [InlineData("quiet", "  quiet:", "  quiet: off")]
    [InlineData("acme.notes", "{ version: 1.2.0, settings", "{ off: true, version: 1.2.0, settings")]
    [InlineData("posting", "    settings:\n      undo", "    off: true\n    settings:\n      undo")]
    public void Should_Switch_Off_And_Lose_No_Setting(string id, string before, string after)
    {
        var off = Edited(Text(InLines).Switch(id, on: false));

        off.ShouldBe(InLines.Replace(before, after));
        Plugin(off, id).On.ShouldBeFalse();
        Plugin(off, id).Settings.Select(setting => (setting.Name, setting.Value)).ShouldBe(Plugin(InLines, id).Settings.Select(setting => (setting.Name, setting.Value)));
        Edited(Text(off).Switch(id, on: true)).ShouldBe(InLines);
    }

    [Fact]
    public void Should_Switch_On_What_Was_Off_And_Keep_The_Comment() =>
        Edited(Text(InLines).Switch("insights", on: true)).ShouldBe(InLines.Replace("insights:   off           #", "insights:           #"));

    [Theory]
    [InlineData("plugins: { posting, quiet }", "posting", "plugins: { posting: off, quiet }")]
    [InlineData("plugins: { posting, quiet: }", "quiet", "plugins: { posting, quiet: off }")]
    [InlineData("plugins: { posting: ~, quiet }", "posting", "plugins: { posting: off, quiet }")]
    [InlineData("plugins: { posting: {}, quiet }", "posting", "plugins: { posting: { off: true }, quiet }")]
    [InlineData("{ plugins: { posting } }", "posting", "{ plugins: { posting: off } }")]
    [InlineData("plugins:\r\n  posting: # x\r\n  quiet:\r\n", "posting", "plugins:\r\n  posting: off # x\r\n  quiet:\r\n")]
    [InlineData("plugins:\n  \"posting\":", "posting", "plugins:\n  \"posting\": off")]
    [InlineData("plugins:\n  posting: { off: false }", "posting", "plugins:\n  posting: { off: true }")]
    public void Should_Switch_Off_In_Whatever_Form_It_Is_Written(string before, string id, string after) => Edited(Text(before).Switch(id, on: false)).ShouldBe(after);

    [Theory]
    [InlineData("plugins: { posting: off, quiet }", "posting", "plugins: { posting, quiet }")]
    [InlineData("plugins: { posting: { off: true } }", "posting", "plugins: { posting }")]
    [InlineData("plugins:\n  posting: { off: true }\n", "posting", "plugins:\n  posting:\n")]
    [InlineData("plugins:\n  posting:\n    off: true\n  quiet:\n", "posting", "plugins:\n  posting:\n  quiet:\n")]
    public void Should_Switch_On_In_Whatever_Form_It_Is_Written(string before, string id, string after) => Edited(Text(before).Switch(id, on: true)).ShouldBe(after);

    [Theory]
    [InlineData("", "plugins:\n  new.one:\n")]
    [InlineData("# nothing yet", "# nothing yet\nplugins:\n  new.one:\n")]
    [InlineData("zone: Europe/Oslo\n", "zone: Europe/Oslo\nplugins:\n  new.one:\n")]
    [InlineData("plugins:\nzone: Europe/Oslo\n", "plugins:\n  new.one:\nzone: Europe/Oslo\n")]
    [InlineData("plugins: # none yet\n", "plugins: # none yet\n  new.one:\n")]
    [InlineData("plugins: {}", "plugins: { new.one }")]
    [InlineData("plugins: { posting }", "plugins: { posting, new.one }")]
    [InlineData("plugins: {\n  posting,\n}\n", "plugins: {\n  posting, new.one,\n}\n")]
    [InlineData("plugins:\n    posting: # sends\n\n# end", "plugins:\n    posting: # sends\n    new.one:\n\n# end")]
    [InlineData("plugins:\n  posting:\n    settings:\n      tags:\n      - a\n      - b", "plugins:\n  posting:\n    settings:\n      tags:\n      - a\n      - b\n  new.one:")]
    [InlineData("plugins:\r\n  posting:\r\n", "plugins:\r\n  posting:\r\n  new.one:\r\n")]
    public void Should_Name_A_Plugin_Behind_All_Others(string before, string after) => Edited(Text(before).Add("new.one")).ShouldBe(after);

    [Theory]
    [InlineData("plugins: { posting, quiet }", "posting", "plugins: { quiet }")]
    [InlineData("plugins: { posting, quiet }", "quiet", "plugins: { posting }")]
    [InlineData("plugins: { posting }", "posting", "plugins: { }")]
    [InlineData("plugins:\n  posting:", "posting", "plugins:\n")]
    [InlineData("plugins:\n  posting:\n    settings:\n      undo: 30s # x\n  # kept\n  quiet:\n", "posting", "plugins:\n  # kept\n  quiet:\n")]
    public void Should_Take_A_Plugin_Out(string before, string id, string after) => Edited(Text(before).Remove(id)).ShouldBe(after);

    [Theory]
    [InlineData("plugins:\n  posting:\n", "2.0.0", "plugins:\n  posting: { version: 2.0.0 }\n")]
    [InlineData("plugins:\n  posting: off\n", "2.0.0", "plugins:\n  posting: { off: true, version: 2.0.0 }\n")]
    [InlineData("plugins:\n  posting: { version: 1.0.0, settings: { a: b } }\n", "2.0.0-beta.1", "plugins:\n  posting: { version: 2.0.0-beta.1, settings: { a: b } }\n")]
    [InlineData("plugins:\n  posting: { version: 1.0.0, settings: { a: b } }\n", null, "plugins:\n  posting: { settings: { a: b } }\n")]
    [InlineData("plugins:\n  posting:\n    version: 1.0.0 # the good one\n    settings: { a: b }\n", null, "plugins:\n  posting:\n    settings: { a: b }\n")]
    [InlineData("plugins:\n  posting: { version: 1.0.0 }\n", null, "plugins:\n  posting:\n")]
    public void Should_Pin_A_Version_And_Let_It_Go(string before, string? version, string after) => Edited(Text(before).Pin("posting", version)).ShouldBe(after);

    [Theory]
    [InlineData("plugins:\n  posting: &p { settings: { a: b } }\n  quiet: *p\n", "quiet", 3)]
    [InlineData("plugins:\n  posting: &p { settings: { a: b } }\n", "posting", 2)]
    [InlineData("plugins:\n  posting: !!map { settings: { a: b } }\n", "posting", 2)]
    public void Should_Refuse_With_The_Line_What_A_Person_Had_Better_Change(string text, string id, int line)
    {
        var refused = Text(text).Switch(id, on: false).ShouldBeOfType<FileEditRefused>();

        refused.ToString().ShouldBe($"plugins.yaml({line}): this is written in a way that PluginHost does not change by itself. Edit it by hand: write \"{id}: off\" under plugins:.");
    }

    [Fact]
    public void Should_Refuse_A_File_With_A_Mistake_In_It() =>
        Text("plugins:\n  posting:\nzoen: Europe/Oslo").Switch("posting", on: false).ShouldBeOfType<FileEditRefused>().Problems.ShouldHaveSingleItem().Line.ShouldBe(3);

    [Fact]
    public void Should_Leave_Alone_What_Says_It_Already()
    {
        Text(InLines).Switch("insights", on: false).ShouldBeOfType<FileUnchanged>();
        Text(InLines).Switch("posting", on: true).ShouldBeOfType<FileUnchanged>();
        Text(InLines).Add("posting").ShouldBeOfType<FileUnchanged>();
        Text(InLines).Remove("nobody").ShouldBeOfType<FileUnchanged>();
        Text(InLines).Pin("acme.notes", "1.2.0").ShouldBeOfType<FileUnchanged>();
    }

    private static PluginsText Text(string text) => new(File, text);

    private static string Edited(FileEdit edit) => edit.ShouldBeOfType<FileEdited>($"{edit}").Text;

    private static PluginEntry Plugin(string text, string id) =>
        WorkspaceFile.Parse(text, File).ShouldBeOfType<WorkspaceRead>().Configuration.Plugins.Single(plugin => plugin.Id == id);
}
