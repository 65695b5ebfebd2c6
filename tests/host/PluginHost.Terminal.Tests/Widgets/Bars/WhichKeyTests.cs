using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Bars;

public sealed class WhichKeyTests
{
    private readonly WhichKey _whichKey = new();
    private readonly Filler _below = new('.');
    private readonly List<string> _run = [];

    private KeyHint[] Hints(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new KeyHint(((char)('a' + i)).ToString(), $"title {i}") { Run = () => _run.Add($"title {i}") })];

    [Fact]
    public void Should_Stand_In_Columns_Over_The_Bottom_And_Leave_The_Keys_Alone()
    {
        using var stage = new FrameStage(_below, 30, 5);

        _whichKey.Show(stage.Screen, "Ctrl+K", Hints(4));
        stage.Headless.Press('b', Modifiers.None);

        stage.Text.ShouldBe($"""
            {new string('.', 30)}
            ─ Ctrl+K ─────────────────────
             a title 0   c title 2
             b title 1   d title 3
            {new string('.', 30)}

            """);
        _below.Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public void Should_Count_What_Does_Not_Fit()
    {
        using var stage = new FrameStage(_below, 26, 4);

        _whichKey.Show(stage.Screen, "Ctrl+K", Hints(9));
        stage.Headless.Settle();

        stage.Rows[0].ShouldBe("─ Ctrl+K ──────── 5 more ─");
        stage.Rows[1].ShouldBe(" a title 0   c title 2");
    }

    [Fact]
    public void Should_Do_By_A_Click_What_The_Key_Does()
    {
        using var stage = new FrameStage(_below, 30, 5);
        _whichKey.Show(stage.Screen, "Ctrl+K", Hints(4));
        stage.Headless.Settle();

        stage.Headless.Click(14, 3);
        stage.Headless.Click(3, 2);

        _run.ShouldBe(["title 3", "title 0"]);
    }

    [Fact]
    public void Should_Be_Hidden_Again()
    {
        using var stage = new FrameStage(_below, 30, 5);
        _whichKey.Show(stage.Screen, "Ctrl+K", Hints(4));

        _whichKey.Hide();
        stage.Headless.Settle();

        stage.Rows[2].ShouldBe(new string('.', 30));
        stage.Screen.Layers.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        using var stage = new FrameStage(_below, 40, 6);
        _whichKey.Show(stage.Screen, "Ctrl+K", Hints(26));

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
