namespace PluginHost.Terminal.Tests.Widgets.Trees;

public sealed class TreeViewTests
{
    private readonly TreeData _data = new();
    private readonly TreeView _tree;
    private readonly WidgetScreen _screen;

    public TreeViewTests()
    {
        Node(null, "profiles", isExpandable: true);
        Node("profiles", "offers", detail: "3 planned");
        Node("profiles", "أخبار", icon: "✓");
        Node(null, "scripts", isExpandable: true);
        Node("scripts", "daily", isExpandable: true);
        Node("daily", "flavours");
        Node("scripts", "draw");
        _tree = new TreeView { Rows = _data, Welcome = "Nothing here yet." };
        _screen = new WidgetScreen(_tree, Theme.Plain);
    }

    [Fact]
    public void Should_Show_What_Is_Open_With_Signs_Details_And_Arabic_At_The_Right()
    {
        _tree.Expand("profiles");
        using var headless = new HeadlessScreen(30, 5, _screen);

        headless.ToText().ShouldBe(
            """
            ▾ profiles
                offers           3 planned
                ✓                    ﺭﺎﺒﺧﺃ
            ▸ scripts


            """);
    }

    [Fact]
    public void Should_Go_In_With_Right_And_Out_With_Left()
    {
        using var headless = new HeadlessScreen(30, 8, _screen);

        headless.Press(Key.Down);
        Press(headless, Key.Right, Key.Right).ShouldBe("daily");
        Press(headless, Key.Right, Key.Right).ShouldBe("flavours");
        Press(headless, Key.Left).ShouldBe("daily");
        Press(headless, Key.Left, Key.Left).ShouldBe("scripts");
        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▸ daily|    draw");
        Press(headless, Key.Left).ShouldBe("scripts");
        Seen(headless).ShouldBe("▸ profiles|▸ scripts");
    }

    [Fact]
    public void Should_Remember_What_Was_Open_Below_What_Is_Closed()
    {
        _tree.Expand("daily");
        _tree.Expand("scripts");
        using var headless = new HeadlessScreen(30, 8, _screen);
        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▾ daily|      flavours|    draw");

        _tree.Collapse("scripts");
        _tree.Expand("scripts");
        headless.Settle();

        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▾ daily|      flavours|    draw");
    }

    [Fact]
    public void Should_Open_All_That_Is_Below_With_A_Star()
    {
        using var headless = new HeadlessScreen(30, 8, _screen);
        headless.Press(Key.Down);

        headless.Type("*");

        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▾ daily|      flavours|    draw");
    }

    [Fact]
    public void Should_Turn_A_Node_By_Its_Sign_By_Enter_And_By_A_Double_Click()
    {
        using var headless = new HeadlessScreen(30, 8, _screen);

        headless.Click(0, 1);
        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▸ daily|    draw");
        headless.Press(Key.Enter);
        Seen(headless).ShouldBe("▸ profiles|▸ scripts");
        headless.Click(4, 0);
        headless.Click(4, 0);
        Seen(headless).ShouldBe("▾ profiles|    offers 3 planned|    ✓ ﺭﺎﺒﺧﺃ|▸ scripts");
    }

    [Fact]
    public void Should_Open_A_Leaf()
    {
        var opened = new List<string>();
        (_tree.Opened, _tree.SelectedKey) = (opened.Add, null);
        _tree.Expand("profiles");
        using var headless = new HeadlessScreen(30, 8, _screen);

        headless.Click(6, 1);
        headless.Press(Key.Enter);

        opened.ShouldBe(["offers"]);
    }

    [Fact]
    public void Should_Select_The_Node_That_Hides_The_Selected_One()
    {
        var selected = new List<string?>();
        _tree.SelectionChanged = selected.Add;
        _tree.Expand("scripts");
        using var headless = new HeadlessScreen(30, 8, _screen);
        _tree.SelectedKey = "draw";

        _tree.Collapse("scripts");
        headless.Redraw();
        headless.Settle();

        selected.ShouldBe(["draw", "scripts"]);
    }

    [Fact]
    public void Should_Keep_The_Selected_Node_And_Its_Line_When_Others_Come_And_Go()
    {
        // Given
        for (var i = 0; i < 40; i++)
            Node("profiles", $"profile {i}");

        _tree.Expand("profiles");
        using var headless = new HeadlessScreen(30, 6, _screen);
        _tree.SelectedKey = "profile 20";
        headless.Settle();
        headless.Line(5).ShouldStartWith("    profile 20");

        // When
        _data.Remove("profile 1");
        _data.Remove("profile 2");
        Node("profiles", "profile 99");
        headless.Redraw();

        // Then
        _tree.SelectedKey.ShouldBe("profile 20");
        headless.Line(5).ShouldStartWith("    profile 20");
    }

    [Fact]
    public void Should_Leave_The_Matches_And_The_Way_To_Them_And_Stay_On_What_Was_Found()
    {
        // Given
        using var headless = new HeadlessScreen(30, 8, _screen);

        // When
        headless.Type("/flav\n");
        headless.Press(Key.End);

        // Then
        Seen(headless).ShouldBe("▾ scripts|  ▾ daily|      flavours|/flav 3 found");
        headless.Press(Key.Escape);
        _tree.SelectedKey.ShouldBe("flavours");
        Seen(headless).ShouldBe("▸ profiles|▾ scripts|  ▾ daily|      flavours|    draw");
    }

    [Fact]
    public void Should_Let_One_Close_What_A_Filter_Has_Opened()
    {
        using var headless = new HeadlessScreen(30, 8, _screen);
        headless.Type("/flav\n");

        headless.Press(Key.Left);

        Seen(headless).ShouldBe("▸ scripts|/flav 1 found");
    }

    [Fact]
    public void Should_Ask_For_Children_When_A_Node_Is_Opened_And_Wait_For_Those_That_Are_Not_Known()
    {
        // Given
        var rows = new Slow();
        _tree.Rows = rows;
        using var headless = new HeadlessScreen(30, 4, _screen);
        rows.Asked.ShouldBe([null]);

        // When
        headless.Press(Key.Right);
        Seen(headless).ShouldBe("◷ far");
        rows.Arrive("near", "nearer");
        headless.Redraw();

        // Then
        Seen(headless).ShouldBe("▾ far|    near|    nearer");
    }

    [Fact]
    public void Should_Leave_Out_What_Goes_In_Circles()
    {
        _tree.Rows = new Circle();
        using var headless = new HeadlessScreen(30, 8, _screen);

        headless.Type("*");

        Seen(headless).ShouldBe("▾ a|  ▾ b");
    }

    [Fact]
    public void Should_End_When_A_Tree_Has_No_End()
    {
        _tree.Rows = new Endless();
        using var headless = new HeadlessScreen(30, 4, _screen);

        headless.Type("*");
        headless.Press(Key.End);

        headless.Line(3).ShouldContain("▸ 200002");
    }

    [Fact]
    public void Should_Draw_A_Hundred_Thousand_Nodes_By_Asking_For_Those_That_Are_Seen()
    {
        // Given
        var rows = new Wide();
        _tree.Rows = rows;
        _tree.Expand("root");
        using var headless = new HeadlessScreen(30, 4, _screen);

        // When
        headless.Press(Key.End);

        // Then
        rows.Asked.Count.ShouldBe(8);
        headless.Line(3).ShouldStartWith("    n99999");
    }

    [Fact]
    public void Should_Welcome_Where_There_Is_Nothing()
    {
        _tree.Rows = new TreeData();
        using var headless = new HeadlessScreen(30, 2, _screen);

        headless.Type("*\n");
        headless.Press(Key.Right);
        headless.Press(Key.Left);

        (headless.ToText(), _tree.SelectedKey).ShouldBe((" Nothing here yet.\n\n", null));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(12, 4)]
    public void Should_Survive_Any_Size(int width, int height)
    {
        using var headless = new HeadlessScreen(30, 8, _screen);
        headless.Type("*/o");

        headless.Resize(width, height);
        headless.Press(Key.Escape);
        headless.Click(0, 0);
        headless.Press(Key.End);

        _tree.SelectedKey.ShouldBe("scripts");
    }

    [Fact]
    public void Should_Let_A_Deep_Node_Keep_Its_Label()
    {
        for (var i = 0; i < 40; i++)
            Node(i == 0 ? "daily" : $"deep {i - 1}", $"deep {i}", isExpandable: true);

        using var headless = new HeadlessScreen(24, 50, _screen);
        headless.Press(Key.Down);

        headless.Type("*");

        headless.Line(30).ShouldBe("            ▾ deep 26");
    }

    [Fact]
    public void Should_Do_With_Ascii_Signs()
    {
        _screen.Theme = Theme.Plain.With(Glyphs.Ascii);
        _tree.Expand("scripts");
        using var headless = new HeadlessScreen(30, 8, _screen);

        Seen(headless).ShouldBe("+ profiles|- scripts|  + daily|    draw");
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Steady_Frame()
    {
        _tree.Expand("profiles");
        using var headless = new HeadlessScreen(30, 4, _screen);

        headless.BytesOfSteadyFrames().ShouldBe(0);
    }

    private static string Seen(HeadlessScreen headless) =>
        string.Join('|', headless.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Narrow));

    private static string Narrow(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        return line[..start] + string.Join(' ', line[start..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Node(string? parent, string key, bool isExpandable = false, string detail = "", string? icon = null) =>
        _data.Set(parent, key, new TreeItem(key) { IsExpandable = isExpandable, Detail = detail, Icon = icon is null ? null : new Segment(icon, Roles.Good) });

    private string? Press(HeadlessScreen headless, params Key[] keys)
    {
        foreach (var key in keys)
            headless.Press(key);

        return _tree.SelectedKey;
    }

    private sealed class Slow : ITreeRows
    {
        private string[]? _children;

        public List<string?> Asked { get; } = [];

        public long Version { get; private set; }

        public IReadOnlyList<string>? Children(string? key)
        {
            Asked.Add(key);
            return key is null ? ["far"] : key == "far" ? _children : [];
        }

        public TreeItem Item(string key) => new(key) { IsExpandable = key == "far" };

        public void Arrive(params string[] children) => (_children, Version) = (children, Version + 1);
    }

    private sealed class Circle : ITreeRows
    {
        public long Version => 0;

        public IReadOnlyList<string> Children(string? key) => key == "a" ? ["b"] : ["a"];

        public TreeItem Item(string key) => new(key) { IsExpandable = true };
    }

    private sealed class Endless : ITreeRows
    {
        public long Version => 0;

        public IReadOnlyList<string> Children(string? key) => [key is null ? "1" : $"{int.Parse(key, null) + 1}"];

        public TreeItem Item(string key) => new(key) { IsExpandable = true };
    }

    private sealed class Wide : ITreeRows
    {
        private readonly string[] _keys = [.. Enumerable.Range(0, 100_000).Select(i => $"n{i}")];

        public HashSet<string> Asked { get; } = [];

        public long Version => 0;

        public IReadOnlyList<string> Children(string? key) => key is null ? ["root"] : key == "root" ? _keys : [];

        public TreeItem Item(string key)
        {
            Asked.Add(key);
            return new TreeItem(key) { IsExpandable = key == "root" };
        }
    }
}
