namespace PluginHost.Terminal.Tests.Widgets.Tables;

public sealed class TableTests
{
    private readonly TableData _data = new();
    private readonly Table _table;
    private readonly WidgetScreen _screen;

    public TableTests()
    {
        _data.SetAll(
        [
            Row("a", "offers", "142", 142),
            Row("b", "help", "61", 61),
            Row("c", "إيميلات", "9", 9),
            Row("d", "news 🎉", "61", 61),
        ]);
        _table = new Table
        {
            Columns = [new TableColumn("Profile") { Width = ColumnWidth.Share(1, 6) }, new TableColumn("Posts") { Alignment = Alignment.End }],
            Rows = _data,
            Welcome = "No profiles yet.",
        };
        _screen = new WidgetScreen(_table, Theme.Plain);
    }

    [Fact]
    public void Should_Set_Numbers_At_The_End_And_Arabic_At_The_Right_Of_Its_Own_Cell()
    {
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.ToText().ShouldBe(
            """
            Profile        Posts
            offers           142
            help              61
                  ﺕﺎﻠﻴﻤﻳﺇ      9
            news 🎉           61


            """);
    }

    [Fact]
    public void Should_Show_The_Selected_Row_Without_Colour_And_Quietly_Without_The_Focus()
    {
        using var headless = new HeadlessScreen(20, 6, _screen);
        headless.Looks(0, 1, 20).ShouldAllBe(look => look == Attributes.Reverse);

        _screen.Focus(null);
        headless.Settle();

        headless.Looks(0, 1, 20).ShouldAllBe(look => look == Attributes.Underline);
    }

    [Fact]
    public void Should_Sort_By_A_Key_And_The_Other_Way_Round_By_The_Same_Again()
    {
        // Given
        using var headless = new HeadlessScreen(20, 6, _screen);

        // When
        headless.Type("2");

        // Then equal rows keep their order, both ways
        Keys().ShouldBe("cbda");
        headless.Line(0).ShouldBe("Profile      ▲ Posts");
        headless.Type("2");
        Keys().ShouldBe("abdc");
        headless.Line(0).ShouldBe("Profile      ▼ Posts");
        headless.Type("1");
        headless.Line(0).ShouldBe("Profile ▲      Posts");
    }

    [Fact]
    public void Should_Ask_For_The_Column_After_S()
    {
        // Given
        using var headless = new HeadlessScreen(20, 6, _screen);

        // When
        headless.Type("s");
        headless.Line(0).ShouldBe("1 Profile      2 Po…");
        headless.Type("1");

        // Then
        (Keys(), _table.SortColumn, headless.Line(0)).ShouldBe(("bdac", 0, "Profile ▲      Posts"));
        headless.Type("s");
        headless.Press(Key.Escape);
        headless.Line(0).ShouldBe("Profile ▲      Posts");
    }

    [Fact]
    public void Should_Sort_By_A_Click_On_The_Header_Unless_The_Column_Cannot()
    {
        using var headless = new HeadlessScreen(20, 6, _screen);
        headless.Click(17, 0);
        (_table.SortColumn, _table.IsDescending).ShouldBe((1, false));

        _table.Columns = [new TableColumn("Profile") { CanSort = false }, new TableColumn("Posts")];
        headless.Redraw();
        headless.Click(1, 0);
        headless.Type("1");

        _table.SortColumn.ShouldBe(-1);
        headless.Type("s2s2");
        (_table.SortColumn, _table.IsDescending).ShouldBe((1, true));
    }

    [Fact]
    public void Should_Keep_The_Selected_Row_When_Rows_Are_Sorted_Or_Come_Before_It()
    {
        // Given
        using var headless = new HeadlessScreen(20, 6, _screen);
        _table.SelectedKey = "b";

        // When
        _table.SortBy(0, true);
        headless.Settle();
        _table.SelectedKey.ShouldBe("b");
        _data.Set(Row("e", "zebra", "1", 1));
        headless.Redraw();

        // Then
        _table.SelectedKey.ShouldBe("b");
    }

    [Fact]
    public void Should_Leave_The_Selected_Row_In_Its_Line_When_Rows_Come_Above()
    {
        // Given
        Fill(50);
        using var headless = new HeadlessScreen(20, 6, _screen);
        _table.SortBy(0, false);
        _table.SelectedKey = "k020";
        headless.Settle();
        var line = LineOf(headless, "name 020");

        // When
        for (var i = 0; i < 7; i++)
            _data.Set(Row($"x{i}", $"a {i}", "1", 1));

        headless.Redraw();

        // Then
        LineOf(headless, "name 020").ShouldBe(line);
    }

    [Fact]
    public void Should_Leave_What_Is_Seen_When_The_Selected_Row_Is_Out_Of_Sight()
    {
        // Given
        Fill(50);
        using var headless = new HeadlessScreen(20, 6, _screen);
        headless.Wheel(1, 2, MouseButton.WheelDown);
        headless.Line(1).ShouldStartWith("name 003");

        // When
        _data.Remove("k001");
        headless.Redraw();

        // Then
        headless.Line(1).ShouldStartWith("name 003");
        _table.SelectedKey.ShouldBe("k000");
    }

    [Fact]
    public void Should_Select_What_Stands_There_When_The_Selected_Row_Goes_And_Tell()
    {
        // Given
        var selected = new List<string?>();
        _table.SelectionChanged = selected.Add;
        using var headless = new HeadlessScreen(20, 6, _screen);
        _table.SelectedKey = "b";

        // When
        _data.Remove("b");
        headless.Redraw();
        headless.Settle();

        // Then
        selected.ShouldBe(["b", "c"]);
        _data.SetAll([]);
        headless.Redraw();
        headless.Settle();
        (_table.SelectedKey, selected[^1]).ShouldBe((null, null));
    }

    [Fact]
    public void Should_Open_A_Row_By_Enter_And_By_A_Double_Click()
    {
        var opened = new List<string>();
        _table.Opened = opened.Add;
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.Press(Key.Enter);
        headless.Click(3, 3);
        headless.Click(3, 3);

        opened.ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Should_Mark_Rows_By_Space_And_Control_Click_And_Show_It_By_A_Sign()
    {
        // Given
        _table.IsMarking = true;
        using var headless = new HeadlessScreen(22, 6, _screen);

        // When
        headless.Type("  ");
        headless.Send(new MouseInput(4, 4, MouseButton.Left, MouseAction.Press, Modifiers.Control));

        // Then
        _table.Marked.Order().ShouldBe(["a", "b", "d"]);
        headless.Line(1).ShouldBe("✓ offers           142");
        headless.Press(Key.Escape);
        _table.Marked.ShouldBeEmpty();
        headless.Line(1).ShouldBe("  offers           142");
    }

    [Fact]
    public void Should_Let_A_Changed_Cell_Look_So_For_A_Short_Time()
    {
        // Given
        using var headless = new HeadlessScreen(20, 6, _screen);
        const Attributes Changed = Attributes.Bold | Attributes.Italic;

        // When
        _data.Set(Row("b", "help", "62", 62));
        headless.Redraw();

        // Then
        headless.Looks(15, 2, 5).ShouldAllBe(look => look == Changed);
        headless.Looks(0, 2, 10).ShouldAllBe(look => look == Attributes.None);
        headless.Advance(TimeSpan.FromMilliseconds(599));
        headless.Redraw();
        headless.Looks(15, 2, 5).ShouldAllBe(look => look == Changed);
        headless.Advance(TimeSpan.FromMilliseconds(1));
        headless.Looks(15, 2, 5).ShouldAllBe(look => look == Attributes.None);
    }

    [Fact]
    public void Should_Not_Take_A_Row_That_Moves_For_One_That_Has_Changed()
    {
        using var headless = new HeadlessScreen(20, 6, _screen);

        _table.SortBy(1, false);
        _data.Remove("c");
        _data.Set(Row("f", "fresh", "0", 0));
        headless.Redraw();

        for (var y = 1; y < 6; y++)
            headless.Looks(15, y, 5).ShouldAllBe(look => !look.HasFlag(Attributes.Italic));
    }

    [Fact]
    public void Should_Scroll_Through_Columns_That_Do_Not_Fit()
    {
        // Given
        _table.Columns = [.. "ABCD".Select(letter => new TableColumn($"Column {letter}") { Width = ColumnWidth.Fixed(8) })];
        _data.SetAll([new TableRow("1", "a cell", "b cell", "c cell", "d cell")]);
        using var headless = new HeadlessScreen(20, 3, _screen);
        headless.ToText().ShouldBe("Column A  Column B >\na cell    b cell\n\n");

        // When
        headless.Press(Key.Right);

        // Then
        headless.ToText().ShouldBe("< Column B  Column >\n  b cell    c cell\n\n");
        headless.Press(Key.Right);
        headless.ToText().ShouldBe("< Column C  Column D\n  c cell    d cell\n\n");
        headless.Press(Key.Right);
        headless.ToText().ShouldBe("< Column C  Column D\n  c cell    d cell\n\n");
        headless.Resize(40, 3);
        headless.ToText().ShouldBe("Column A  Column B  Column C  Column D\na cell    b cell    c cell    d cell\n\n");
    }

    [Fact]
    public void Should_Show_The_Column_That_Is_Sorted_By()
    {
        _table.Columns = [.. "ABCD".Select(letter => new TableColumn($"Column {letter}") { Width = ColumnWidth.Fixed(10) })];
        using var headless = new HeadlessScreen(20, 3, _screen);

        headless.Type("4");

        headless.Line(0).ShouldBe("< Column D ▲");
    }

    [Fact]
    public void Should_Leave_Keys_To_Others_Where_No_Column_Can_Sort()
    {
        var unused = new List<string>();
        _screen.UnusedKey = key =>
        {
            unused.Add(key.Text);
            return true;
        };
        _table.Columns = [new TableColumn("Profile") { CanSort = false }];
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.Type("s1 ");

        unused.ShouldBe(["s", "1", " "]);
    }

    [Fact]
    public void Should_Scroll_By_Its_Bar_Beside_The_Rows_And_Not_Beside_The_Header()
    {
        Fill(50);
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.Send(new MouseInput(19, 1, MouseButton.Left, MouseAction.Press, Modifiers.None));
        headless.Send(new MouseInput(19, 5, MouseButton.Left, MouseAction.Move, Modifiers.None));
        headless.Send(new MouseInput(19, 5, MouseButton.Left, MouseAction.Release, Modifiers.None));

        (_table.Top, _table.SelectedKey).ShouldBe((45, "k000"));
        headless.Click(19, 0);
        _table.Top.ShouldBe(45);
    }

    [Fact]
    public void Should_Filter_By_Words_In_Whichever_Cell()
    {
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.Type("/61 ne\n");

        headless.ToText().ShouldBe("Profile        Posts\nnews 🎉           61\n\n\n\n/61 ne       1 found\n");
        headless.Looks(18, 1, 2).ShouldAllBe(look => look.HasFlag(Attributes.Bold));
    }

    [Fact]
    public void Should_Welcome_Under_Its_Header_When_There_Are_No_Rows()
    {
        _data.SetAll([]);
        using var headless = new HeadlessScreen(20, 3, _screen);

        headless.Type("1 \n");
        headless.Press(Key.End);

        headless.ToText().ShouldBe("Profile ▲      Posts\n No profiles yet.\n\n");
    }

    [Fact]
    public void Should_Ask_For_No_Cell_That_Is_Not_Seen()
    {
        var rows = new Many();
        _table.Rows = rows;
        using var headless = new HeadlessScreen(20, 5, _screen);

        headless.Press(Key.End);

        rows.Asked.Order().ShouldBe([0, 1, 2, 3, 99_996, 99_997, 99_998, 99_999]);
        headless.Line(4).ShouldBe("99999         99999█");
    }

    [Fact]
    public void Should_Show_Hostile_And_Endless_Text_As_Marks_And_Cut()
    {
        _data.SetAll([new TableRow("1", "\u202E\e[31mred", new string('x', 1_000_000))]);
        using var headless = new HeadlessScreen(20, 3, _screen);

        headless.Line(1).ShouldBe("⇄␛13]…  xxxxxxxxxxx…");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    [InlineData(300, 80)]
    public void Should_Survive_Any_Size(int width, int height)
    {
        _table.IsMarking = true;
        using var headless = new HeadlessScreen(20, 6, _screen);
        headless.Type("s2/o");

        headless.Resize(width, height);
        headless.Press(Key.Enter);
        headless.Press(Key.Right);
        headless.Press(Key.Left);
        headless.Type("s1 ");
        headless.Click(0, 0);

        headless.Buffer.Width.ShouldBe(width);
    }

    [Fact]
    public void Should_Do_With_Ascii_Signs()
    {
        _screen.Theme = Theme.Plain.With(Glyphs.Ascii);
        _table.IsMarking = true;
        _table.SortBy(0, false);
        _table.Mark("b", true);
        using var headless = new HeadlessScreen(22, 2, _screen);

        headless.ToText().ShouldBe("  Profile ^      Posts\nx help              61\n");
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Steady_Frame()
    {
        _table.IsMarking = true;
        _table.Mark("b", true);
        _table.SortBy(1, true);
        using var headless = new HeadlessScreen(20, 6, _screen);

        headless.BytesOfSteadyFrames().ShouldBe(0);
    }

    private static TableRow Row(string key, string name, string posts, int count) => new(key, name, posts) { Values = [null, count] };

    private static int LineOf(HeadlessScreen headless, string text) =>
        Array.FindIndex(headless.ToText().Split('\n'), line => line.StartsWith(text, StringComparison.Ordinal));

    private void Fill(int count) => _data.SetAll(Enumerable.Range(0, count).Select(i => Row($"k{i:000}", $"name {i:000}", $"{i}", i)));

    private string Keys() => string.Concat(Enumerable.Range(0, _data.Count).Select(_data.KeyOf));

    private sealed class Many : ITableRows
    {
        public HashSet<int> Asked { get; } = [];

        public int Count => 100_000;

        public long Version => 1;

        public RichLine Cell(int row, int column)
        {
            Asked.Add(row);
            return $"{row}";
        }

        public string KeyOf(int row) => $"{row}";

        public void Sort(int column, bool descending)
        {
        }
    }
}
