using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Commands;

public sealed class CommandServiceTests
{
    private const string Id = "guest";

    [Fact]
    public async Task Should_Ask_Whether_Another_Command_Was_Meant()
    {
        await using var workspace = new TestWorkspace().With(Id, Returning("string", "\"hello\""));

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.gte"))).Message
            .ShouldBe("There is no command \"guest.gte\". Did you mean \"guest.get\"? \"pluginhost commands\" lists them.");
    }

    [Fact]
    public async Task Should_List_The_Commands_Of_All_Plugins_In_Order()
    {
        await using var workspace = new TestWorkspace()
            .With("zebra", Returning("void", "Console.Write(1)").Replace("guest.", "zebra."))
            .With(Id, Returning("string", "\"hello\""));

        workspace.Engine.Commands.All.Select(known => $"{known.Plugin.Id}: {known.Command.Id}").ShouldBe(["zebra: zebra.get", "guest: guest.get"]);
    }

    [Theory]
    [InlineData("void", "GC.KeepAlive(host)", "")]
    [InlineData("Task", "Task.CompletedTask", "")]
    [InlineData("string", "\"hello\"", "hello")]
    [InlineData("string", "null!", "")]
    [InlineData("int", "-7", "-7")]
    [InlineData("long", "9_000_000_000", "9000000000")]
    [InlineData("decimal", "1.50m", "1.50")]
    [InlineData("bool", "true", "true")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))", "2026-03-02T09:00:00+01:00")]
    [InlineData("TimeSpan", "TimeSpan.FromMinutes(90)", "01:30:00")]
    [InlineData("Value", "Value.Nothing", "")]
    [InlineData("Record", "Record.Of((\"a\", 1), (\"b\", \"x\"))", "a: 1, b: x")]
    [InlineData("Task<Record>", "Task.FromResult(Record.Empty)", "")]
    [InlineData("Task<int>", "Task.FromResult(4)", "4")]
    public async Task Should_Give_What_A_Command_Returns_As_A_Value(string type, string expression, string text)
    {
        await using var workspace = new TestWorkspace().With(Id, Returning(type, expression));

        (await workspace.DoAsync("guest.get")).ToString().ShouldBe(text);
    }

    [Fact]
    public async Task Should_Give_A_Table_That_Is_The_Hosts_Own()
    {
        // Given rows that the plugin makes up as they are asked for, and of a type of its own
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Rows : List<Record>;

            public sealed class Guest : Plugin
            {
                [Command("guest.get", "Get")]
                public Table Get() => new()
                {
                    Columns = [new TableColumn { Name = "a" }],
                    Rows = new Rows { Record.Of(("a", 1)), Record.Of(("a", 2)) },
                };
            }
            """);

        var table = (await workspace.DoAsync("guest.get")).ShouldBeOfType<Table>();

        table.Rows.Select(row => row["a"].Number).ShouldBe([1, 2]);
        table.Rows.GetType().Assembly.IsCollectible.ShouldBeFalse();
        table.Columns.GetType().Assembly.IsCollectible.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Hand_Over_Host_Parameters_And_Token_In_Their_Places()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.all", "All")]
                public Task<string> AllAsync(IHost host, string text, int count, CancellationToken cancel) =>
                    Task.FromResult($"{text} {count} {cancel.CanBeCanceled} {host.Workspace.Name}");

                [Command("guest.some", "Some")]
                public string Some(string text, CancellationToken cancel) => $"{text} {cancel.CanBeCanceled}";
            }
            """);

        (await workspace.DoAsync("guest.all", ("count", 3), ("text", "a"))).ShouldBe((Value)"a 3 True workspace");
        (await workspace.DoAsync("guest.some", ("text", "b"))).ShouldBe((Value)"b True");
    }

    [Fact]
    public async Task Should_Load_Nothing_When_An_Argument_Does_Not_Fit()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.add", "Add")]
                public void Add(int count) { }
            }
            """);

        await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.add", ("count", "many")));

        workspace.Runtime.FindRunning(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Let_One_Plugin_Run_The_Commands_Of_Another()
    {
        await using var workspace = new TestWorkspace()
            .With(Id, """
                public sealed class Guest : Plugin
                {
                    [Command("guest.call", "Call")]
                    public async Task<string> CallAsync(IHost host, CancellationToken cancel) =>
                        "they say " + await host.Commands.RunAsync("other.get", Record.Of(("name", "Kari")), cancel);
                }
                """)
            .With("other", """
                public sealed class Other : Plugin
                {
                    [Command("other.get", "Get")]
                    public string Get(string name) => $"hello {name}";
                }
                """);

        (await workspace.DoAsync("guest.call")).ShouldBe((Value)"they say hello Kari");
    }

    [Fact]
    public async Task Should_Blame_The_Plugin_That_Threw_And_Not_The_One_That_Asked_It()
    {
        await using var workspace = new TestWorkspace()
            .With(Id, """
                public sealed class Guest : Plugin
                {
                    [Command("guest.call", "Call")]
                    public Task<Value> CallAsync(IHost host, CancellationToken cancel) => host.Commands.RunAsync("other.get", Record.Empty, cancel);
                }
                """)
            .With("other", Returning("string", "throw new InvalidOperationException(\"no\")").Replace("guest.", "other."));

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.call"))).Plugin.ShouldBe("other");

        workspace.Engine.Faults.All.Single().Plugin.ShouldBe("other");
    }

    private static string Returning(string type, string expression) => $$"""
        public sealed class Guest : Plugin
        {
            [Command("guest.get", "Get")]
            public {{type}} Get(IHost host) => {{expression}};
        }
        """;
}
