using PluginHost.Sdk;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Views;

public sealed class RowsTests
{
    [Fact]
    public void Should_Keep_The_Selected_Row_When_Others_Come_Before_It()
    {
        var table = new TableModel { Page = 2 };
        table.TryTake(Rows("a", "b", "c"));
        table.Select(1);

        table.TryTake(Rows("x", "y", "a", "b", "c"));

        table.KeyOf(table.Selected).ShouldBe("b");
        (table.Selected - table.Top).ShouldBe(1);
    }

    [Fact]
    public void Should_Select_What_Took_The_Place_Of_A_Row_That_Is_Gone()
    {
        var table = new TableModel { Page = 5 };
        table.TryTake(Rows("a", "b", "c"));
        table.Select(1);

        table.TryTake(Rows("a", "c"));
        table.KeyOf(table.Selected).ShouldBe("c");
        table.TryTake(Rows());
        table.Selected.ShouldBe(-1);
    }

    [Fact]
    public void Should_Sort_By_Size_And_Keep_What_Is_Unknown_Last()
    {
        var table = new TableModel { Page = 9 };
        table.TryTake(new TableView { Table = Table.Of(new (string, Value)[] { ("a", 10), ("b", 9), ("c", Value.Nothing), ("d", 100) }, ("id", row => row.Item1), ("size", row => row.Item2)) });

        table.SortBy(1);
        Keys(table).ShouldBe(["b", "a", "d", "c"]);
        table.SortBy(1);
        table.IsDescending.ShouldBeTrue();
        Keys(table).ShouldBe(["d", "a", "b", "c"]);
        table.SortBy(1);
        Keys(table).ShouldBe(["a", "b", "c", "d"]);
        table.Columns[1].IsAtEnd.ShouldBeTrue();
    }

    [Fact]
    public void Should_Show_Only_What_Has_All_Words_In_Any_Order_And_Without_Marks()
    {
        var table = new TableModel { Page = 9 };
        table.TryTake(Rows("Crème brûlée", "brown bread", "قَهْوَة"));

        table.SetFilter("brul CREME");
        Keys(table).ShouldBe(["Crème brûlée"]);
        table.SetFilter("قهوة");
        Keys(table).ShouldBe(["قَهْوَة"]);
        table.SetFilter("");
        table.Extent.ShouldBe(3);
    }

    [Fact]
    public void Should_Tell_Rows_Of_The_Same_Key_Apart()
    {
        var table = new TableModel { Page = 9 };
        table.TryTake(Rows("a", "a", "b"));
        table.Select(1);

        table.TryTake(Rows("b", "a", "a"));

        table.Selected.ShouldBe(2);
    }

    [Fact]
    public void Should_Give_A_Sign_Its_Colour_Whoever_Wrote_It()
    {
        var table = new TableModel { Page = 9 };
        table.TryTake(Rows("✓ out", "✗ failed", "◷ waits", "? unknown", "!important"));

        Enumerable.Range(0, 5).Select(row => table.Cell(row, 0).Spans[0].Role).ShouldBe([Role.Good, Role.Bad, Role.Warning, Role.Doubt, Role.Text]);
    }

    [Fact]
    public void Should_Keep_A_Match_At_Its_Place_In_The_Tree()
    {
        var tree = new TreeModel { Page = 9 };
        tree.TryTake(new Tree { Nodes = [Node("a", Node("one"), Node("two")), Node("b", Node("three"))] });
        tree.Select(0);
        tree.OnKey(new KeyPress("left"), "");
        tree.Extent.ShouldBe(3);

        tree.SetFilter("two");

        Enumerable.Range(0, tree.Extent).Select(row => tree.Row(row).Text.ToString()).ShouldBe(["a", "two"]);
        tree.SetFilter("");
        tree.Extent.ShouldBe(3);
    }

    [Fact]
    public void Should_Open_A_Node_By_Its_Command_And_Else_Unfold_It()
    {
        var tree = new TreeModel { Page = 9 };
        CommandCall? called = null;
        tree.Run = call => called = call;
        tree.TryTake(new Tree { Nodes = [Node("a", new TreeNode { Id = "x", Text = "x", Open = new CommandCall { Id = "acme.open" } })] });

        tree.Open(1);
        called!.Id.ShouldBe("acme.open");
        tree.Open(0);
        tree.Extent.ShouldBe(1);
    }

    [Fact]
    public void Should_Follow_The_End_Until_Somebody_Scrolls_Away_And_Count_What_Is_New()
    {
        var log = new LogModel { Page = 2 };
        log.TryTake(Log(5));
        log.Top.ShouldBe(3);

        log.Scroll(-2);
        log.TryTake(Log(8));
        (log.IsFollowing, log.NewCount, log.Row(log.Top).ToString()).ShouldBe((false, 3, "line 1"));

        log.OnKey(new KeyPress("end"), "");
        (log.IsFollowing, log.NewCount, log.Top).ShouldBe((true, 0, 6));
    }

    [Fact]
    public void Should_Keep_What_The_Person_Wrote_In_A_Form_When_A_Snapshot_Comes()
    {
        var form = new FormModel { Page = 9 };
        CommandCall? called = null;
        form.Run = call => called = call;
        form.TryTake(Form("3", null));
        form.OnKey(new KeyPress("end"), "");
        form.OnKey(new KeyPress("x"), "x");

        form.TryTake(Form("4", "too low"));
        form.Fields[0].Input.Text.ShouldBe("3x");
        form.Submit();
        called.ShouldBeNull();
        form.Fields[0].Problem.ShouldBe("A number is wanted here, such as 3 or 2.5.");

        form.OnKey(new KeyPress("backspace"), "");
        form.Submit();
        called!.Arguments["count"].Number.ShouldBe(3);
    }

    [Fact]
    public void Should_Show_Markdown_As_Lines_With_Roles()
    {
        var text = new TextModel { Page = 9 };
        text.TryTake(new TextView { Text = "# Title\n- an **item** with `code`\n[run](command:acme.run)", Markdown = true });

        text.Lines.Select(line => line.ToString()).ShouldBe(["Title", "• an item with code", "run"]);
        text.Lines[0].Spans[0].Role.ShouldBe(Role.Heading);
        text.Lines[1].Spans.Select(span => span.Role).ShouldBe([Role.Dim, Role.Text, Role.Strong, Role.Text, Role.Code]);
        text.Lines[2].Spans[0].Command!.Id.ShouldBe("acme.run");
    }

    private static FormView Form(string value, string? problem) => new()
    {
        Fields = [new FormField { Name = "count", Title = "Count", Kind = SettingKind.Number, Value = value, Problem = problem }],
        SubmitCommand = "acme.submit",
        SubmitTitle = "Send",
    };

    private static IEnumerable<string> Keys(TableModel table) => Enumerable.Range(0, table.Extent).Select(table.KeyOf);

    private static TableView Rows(params string[] names) => new() { Table = Table.Of(names, ("name", name => name)) };

    private static TreeNode Node(string name, params TreeNode[] children) => new() { Id = name, Text = name, Children = children };

    private static LogView Log(int count) => new()
    {
        Lines = [.. Enumerable.Range(0, count).Select(number => new LogLine { At = DateTimeOffset.UnixEpoch.AddSeconds(number), Text = $"line {number}" })],
    };
}
