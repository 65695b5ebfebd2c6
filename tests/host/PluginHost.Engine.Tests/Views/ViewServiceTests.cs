using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Views;

public sealed class ViewServiceTests
{
    private const string Id = "guest";

    [Fact]
    public async Task Should_Open_A_View_And_Load_Its_Plugin_For_It()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Tree", "Tree.Of(new[] { 1, 2 }, number => $\"n{number}\")"));
        workspace.Engine.Views.All.Single().View.Id.ShouldBe("guest.list");

        var view = await workspace.Engine.Views.OpenAsync("guest.list", CancellationToken.None);

        view.ShouldBeOfType<Tree>().Nodes.Select(node => node.Text).ShouldBe(["n1", "n2"]);
    }

    [Fact]
    public async Task Should_Show_A_Bare_Table_As_A_View()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "Table.Of(new[] { 1, 2 }, (\"n\", number => number))"));

        var view = await workspace.Engine.Views.OpenAsync("guest.list", CancellationToken.None);

        view.ShouldBeOfType<TableView>().Table.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Ask_Whether_Another_View_Was_Meant()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "null!"));

        (await Should.ThrowAsync<WrongUseException>(() => workspace.Engine.Views.OpenAsync("guest.lst", CancellationToken.None))).Message
            .ShouldBe("There is no view \"guest.lst\". Did you mean \"guest.list\"?");
    }

    [Theory]
    [InlineData("null!", "guest threw InvalidOperationException: The view guest.list came as nothing., in guest.list")]
    [InlineData("throw new InvalidOperationException(\"no eyes\")", "guest threw InvalidOperationException: no eyes, in guest.list (Plugin.cs:4)")]
    public async Task Should_Make_A_Fault_Of_A_View_That_Cannot_Be_Made(string expression, string message)
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", expression));

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.Engine.Views.OpenAsync("guest.list", CancellationToken.None))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Should_Give_Up_On_A_View_That_Hangs()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Task<Table>", "new TaskCompletionSource<Table>().Task"));
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.Engine.Views.OpenAsync("guest.list", CancellationToken.None);
        await workspace.InsideAsync(Id);

        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(2));

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 10 s, in guest.list");
    }

    [Fact]
    public async Task Should_Tell_When_A_View_Has_Changed()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "null!", """host.Views.Refresh("guest.list")"""));
        var changed = new List<string>();
        workspace.Engine.Views.Changed += changed.Add;

        await workspace.DoAsync("guest.do");

        changed.ShouldBe(["guest.list"]);
    }

    [Fact]
    public async Task Should_Tell_When_A_Plugin_Opens_A_View_Of_Its_Own()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "null!", """host.Views.Open("guest.list")"""));
        var opened = new List<string>();
        workspace.Engine.Views.Opened += opened.Add;

        await workspace.DoAsync("guest.do");

        opened.ShouldBe(["guest.list"]);
    }

    [Fact]
    public async Task Should_Refuse_To_Open_A_View_That_The_Plugin_Does_Not_Have()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "null!", """host.Views.Open("guest.lost")"""));

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.do"))).Message.ShouldBe("guest has no view \"guest.lost\". Did you mean \"guest.list\"?");
    }

    [Fact]
    public async Task Should_Refuse_To_Refresh_A_View_That_The_Plugin_Does_Not_Have()
    {
        await using var workspace = new TestWorkspace().With(Id, Making("Table", "null!", """host.Views.Refresh("guest.lost")"""));

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.do"))).Message.ShouldBe("guest has no view \"guest.lost\". Did you mean \"guest.list\"?");
    }

    private static string Making(string type, string expression, string action = "GC.KeepAlive(host)") => $$"""
        public sealed class Guest : Plugin
        {
            [View("guest.list", "List", Area.Sidebar)]
            public {{type}} List() => {{expression}};

            [Command("guest.do", "Do")]
            public void Do(IHost host) => {{action}};
        }
        """;
}
