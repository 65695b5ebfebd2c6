namespace PluginHost.Terminal.Tests.Widgets.Forms;

public sealed class ChoiceFieldTests
{
    private readonly ChoiceField _field = new("Network", ["Bluesky", "Mastodon", "X", "Rehearsal"]) { Hint = "choose" };
    private readonly List<int> _changes = [];

    public ChoiceFieldTests() => _field.Changed = () => _changes.Add(_field.Value);

    [Fact]
    public void Should_Drop_Down_And_Choose_By_Keys()
    {
        using var screen = Show(40, 12);
        screen.ToText().ShouldStartWith("Network choose");

        screen.Type(" ");
        screen.ToText().ShouldContain("Mastodon");
        screen.Press(Key.Down);
        screen.Press(Key.Enter);

        _changes.ShouldBe([1]);
        screen.ToText().Split('\n')[0].ShouldBe("Network Mastodon" + new string(' ', 23) + "▾");
        _field.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Filter_By_What_Is_Typed()
    {
        using var screen = Show(40, 12);

        screen.Type("re");
        screen.ToText().ShouldContain("Rehearsal");
        screen.ToText().ShouldNotContain("Bluesky");
        screen.Press(Key.Enter);

        _changes.ShouldBe([3]);
    }

    [Fact]
    public void Should_Choose_Nothing_Where_Nothing_Fits()
    {
        using var screen = Show(40, 12);

        screen.Type("zz\n");

        screen.ToText().ShouldContain("Nothing fits");
        _changes.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Change_Nothing_When_It_Is_Closed_By_Escape()
    {
        using var screen = Show(40, 12);
        _field.Value = 2;

        screen.Type(" ");
        screen.Press(Key.Down);
        screen.Press(Key.Escape);

        (_field.Value, _field.IsFocused, _field.Screen!.Layers.Count).ShouldBe((2, true, 0));
    }

    [Fact]
    public void Should_Choose_By_The_Mouse()
    {
        using var screen = Show(40, 12);

        screen.Click(12, 0);
        screen.Click(12, 5);

        _changes.ShouldBe([2]);
    }

    [Fact]
    public void Should_Close_When_Something_Else_Is_Clicked()
    {
        using var screen = Show(40, 12);

        screen.Click(12, 0);
        screen.Click(1, 11);

        (_changes.Count, _field.Screen!.Layers.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(6, 2)]
    [InlineData(1, 1)]
    public void Should_Open_Where_There_Is_Hardly_Room(int width, int height)
    {
        using var screen = Show(width, height);

        screen.Type(" ");
        screen.Press(Key.Enter);

        _changes.ShouldBe([0]);
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(new Form([_field]), Theme.Plain));
}
