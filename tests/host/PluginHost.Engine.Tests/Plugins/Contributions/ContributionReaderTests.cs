using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Contributions;

public sealed class ContributionReaderTests
{
    [Fact]
    public void Should_Read_Commands_With_Their_Parameters()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [Command("guest.add", "Guest: Add", Description = "Adds a note.", Key = "ctrl+k n", When = "view == guest.list")]
                public Task<string> AddAsync(IHost host, [Asks("What?", Default = "milk")] string note, int count, CancellationToken cancel) => null!;

                [Command("guest.stop", "Guest: Stop")]
                public void Stop() { }
            }
            """);

        read.Commands.Select(command => command.Id).ShouldBe(["guest.add", "guest.stop"]);
        var add = read.Commands[0];
        (add.Title, add.Description, add.Key, add.When, add.Method).ShouldBe(("Guest: Add", "Adds a note.", "ctrl+k n", "view == guest.list", "AddAsync"));
        add.Parameters.ShouldBe(
        [
            new ParameterContribution { Name = "note", Kind = ParameterKind.Text, Question = "What?", Default = "milk" },
            new ParameterContribution { Name = "count", Kind = ParameterKind.Integer },
        ]);
        var stop = read.Commands[1];
        (stop.Description, stop.Key, stop.When, stop.Parameters.Count).ShouldBe(("", null, null, 0));
    }

    [Fact]
    public void Should_Read_What_Takes_A_Command_Back_And_What_Answers_Its_Question()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [Command("guest.remove", "Guest: Remove", Undo = "guest.add", Confirm = "guest.what")]
                public void Remove([Asks("From where?", Choices = ["top", "bottom"])] string end) { }

                [Command("guest.add", "Guest: Add")]
                public void Add(string end) { }

                [Command("guest.what", "Guest: What Would Go")]
                public string What(string end) => end;
            }
            """);

        read.Commands[0].Undo.ShouldBe("guest.add");
        read.Commands[0].Confirm.ShouldBe("guest.what");
        read.Commands[1].Confirm.ShouldBeNull();
        read.Commands[0].Parameters[0].Choices.ShouldBe(["top", "bottom"]);
        read.Commands[1].Undo.ShouldBeNull();
        read.Commands[1].Parameters[0].Choices.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Know_Every_Type_That_A_Parameter_Can_Have()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [Command("guest.all", "All")]
                public void All(string text, int integer, long big, decimal number, bool flag, TimeSpan time, DateTimeOffset at, string[] list, DueTime due) { }
            }
            """);

        read.Commands.Single().Parameters.Select(parameter => parameter.Kind).ShouldBe(Enum.GetValues<ParameterKind>());
    }

    [Theory]
    [InlineData("void")]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("decimal")]
    [InlineData("bool")]
    [InlineData("TimeSpan")]
    [InlineData("DateTimeOffset")]
    [InlineData("Value")]
    [InlineData("TextValue")]
    [InlineData("NumberValue")]
    [InlineData("FlagValue")]
    [InlineData("InstantValue")]
    [InlineData("ListValue")]
    [InlineData("NothingValue")]
    [InlineData("Record")]
    [InlineData("Table")]
    [InlineData("Task")]
    [InlineData("Task<string>")]
    [InlineData("Task<Table>")]
    public void Should_Take_A_Command_That_Returns(string type) =>
        Read(Method("""[Command("guest.get", "Get")]""", $"public {type} Get() => throw new Exception();")).Commands.Count.ShouldBe(1);

    [Fact]
    public void Should_Read_Views()
    {
        var view = Read(Method(
            """[View("guest.list", "Notes", Area.Panel, Welcome = "No notes yet.", When = "online")]""",
            "public Task<Tree> ListAsync(IHost host, CancellationToken cancel) => null!;")).Views.Single();

        view.ShouldBe(new ViewContribution
        {
            Id = "guest.list",
            Title = "Notes",
            Area = Area.Panel,
            Welcome = "No notes yet.",
            When = "online",
            Method = "ListAsync",
        });
    }

    [Theory]
    [InlineData("View")]
    [InlineData("Table")]
    [InlineData("Tree")]
    [InlineData("TableView")]
    [InlineData("LogView")]
    [InlineData("TextView")]
    [InlineData("FormView")]
    [InlineData("ChartView")]
    [InlineData("Task<EditorView>")]
    public void Should_Take_A_View_That_Returns(string type) =>
        Read(Method("""[View("guest.list", "List", Area.Sidebar)]""", $"public {type} List() => null!;")).Views.Count.ShouldBe(1);

    [Fact]
    public void Should_Read_Script_Globals_And_Networks()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [ScriptGlobal("Bell", "Rings.")]
                public Task<IProfiles> BellAsync(IHost host, IScript script, CancellationToken cancel) => null!;

                [Network("square", "The Square", Rehearsal = true)]
                public Task<Network> SquareAsync(IHost host, CancellationToken cancel) => null!;

                [Network("market", "The Market")]
                public Network Market() => null!;
            }
            """);

        read.ScriptGlobals.Single().ShouldBe(new ScriptGlobalContribution
        {
            Name = "Bell",
            Description = "Rings.",
            Method = "BellAsync",
            Type = "PluginHost.Campaigns.IProfiles",
            Assembly = "PluginHost.Campaigns",
        });
        read.Networks.ShouldBe(
        [
            new NetworkContribution { Id = "square", Title = "The Square", Rehearsal = true, Method = "SquareAsync" },
            new NetworkContribution { Id = "market", Title = "The Market", Method = "Market" },
        ]);
    }

    [Fact]
    public void Should_Read_Linters()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [Linter("guest.tone", "A rude tone", Severity.Error)]
                public Linter Tone(IHost host) => null!;

                [Linter("guest.taste", "Bad taste", Severity.Information)]
                public Task<Linter> TasteAsync(CancellationToken cancel) => null!;
            }
            """);

        read.Linters.ShouldBe(
        [
            new LinterContribution { Id = "guest.tone", Title = "A rude tone", Severity = Severity.Error, Method = "Tone" },
            new LinterContribution { Id = "guest.taste", Title = "Bad taste", Severity = Severity.Information, Method = "TasteAsync" },
        ]);
    }

    [Fact]
    public void Should_Read_Background_Services()
    {
        var read = Read("""
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public Task WorkAsync(IHost host, CancellationToken cancel) => null!;

                [BackgroundService("guest.tidy", "Tidies up")]
                public async Task Tidy() { await Task.Yield(); }
            }
            """);

        read.BackgroundServices.ShouldBe(
        [
            new BackgroundServiceContribution { Id = "guest.work", Title = "Works", Method = "WorkAsync" },
            new BackgroundServiceContribution { Id = "guest.tidy", Title = "Tidies up", Method = "Tidy" },
        ]);
    }

    [Fact]
    public void Should_Read_What_The_Class_Declares()
    {
        var read = Read("""
            [Setting("undo", SettingKind.Duration, "How long.", Default = "30s")]
            [Setting("name", SettingKind.Text, "Whose.")]
            [KeyBinding("other.command", "ctrl+x", When = "online")]
            [StatusItem("guest.count", "How many", Priority = 50, Command = "guest.show")]
            [ContextKey("guest.online", "True while connected.")]
            [Example("Say it", "Say(\"it\");")]
            [Provides(typeof(IPublisher))]
            public sealed class Guest : Plugin;
            """);

        read.Settings.ShouldBe(
        [
            new SettingContribution { Name = "undo", Kind = SettingKind.Duration, Description = "How long.", Default = "30s" },
            new SettingContribution { Name = "name", Kind = SettingKind.Text, Description = "Whose." },
        ]);
        read.KeyBindings.ShouldBe([new KeyBindingContribution { Command = "other.command", Key = "ctrl+x", When = "online" }]);
        read.StatusItems.ShouldBe([new StatusItemContribution { Id = "guest.count", Title = "How many", Priority = 50, Command = "guest.show" }]);
        read.ContextKeys.ShouldBe([new ContextKeyContribution { Name = "guest.online", Description = "True while connected." }]);
        read.Examples.ShouldBe([new ExampleContribution { Title = "Say it", Code = "Say(\"it\");" }]);
        read.Services.ShouldBe(["PluginHost.Campaigns.IPublisher"]);
    }

    [Fact]
    public void Should_Name_The_Class_And_The_Build()
    {
        using var folder = new TestFolder();
        var assembly = TestPlugin.Assembly(folder.Path, "Test.guest", "namespace Acme.Notes { public sealed class NotesPlugin : Plugin; }");

        var read = ContributionReader.Read(assembly, "guest").ShouldBeOfType<ContributionsRead>().Contributions;

        read.PluginType.ShouldBe("Acme.Notes.NotesPlugin");
        read.ModuleVersion.ShouldNotBe(Guid.Empty);
        System.Reflection.Assembly.Load(File.ReadAllBytes(assembly)).ManifestModule.ModuleVersionId.ShouldBe(read.ModuleVersion);
    }

    [Fact]
    public void Should_Read_A_Class_Without_Any_Contribution()
    {
        var read = Read("public sealed class Guest : Plugin;");

        read.PluginType.ShouldBe("Guest");
        (read.Commands.Count + read.Views.Count + read.Settings.Count + read.Services.Count).ShouldBe(0);
    }

    [Fact]
    public void Should_Pass_By_Attributes_That_Are_Not_Of_The_Contracts()
    {
        var read = Read("""
            public sealed class CommandAttribute(string id) : Attribute { public string Id => id; }

            [Obsolete("old")]
            public sealed class Guest : Plugin
            {
                [Command("guest.mine"), System.ComponentModel.DefaultValue(3)]
                public void Mine() { }
            }
            """);

        read.Commands.ShouldBeEmpty();
    }

    private static PluginContributions Read(string source)
    {
        using var folder = new TestFolder();
        return ContributionReader.Read(TestPlugin.Assembly(folder.Path, "Test.guest", source), "guest") switch
        {
            ContributionsRead read => read.Contributions,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    private static string Method(string attribute, string method) => $"public sealed class Guest : Plugin\n{{\n{attribute}\n{method}\n}}";
}
