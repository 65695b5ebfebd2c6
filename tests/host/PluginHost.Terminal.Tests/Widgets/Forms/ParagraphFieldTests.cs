namespace PluginHost.Terminal.Tests.Widgets.Forms;

public sealed class ParagraphFieldTests
{
    private readonly ParagraphField _field = new("Post") { Height = 2, Validate = text => text.Contains('!') ? "Calmly" : null };
    private int _submitted;

    [Fact]
    public void Should_Take_Several_Lines_And_Submit_By_Control_And_Enter()
    {
        using var screen = Show(out _);

        screen.Type("one\ntwo");
        screen.ToText().ShouldStartWith("Post one\n     two\n");
        screen.Press(Key.Enter, Modifiers.Control);

        (_field.Value, _submitted).ShouldBe(("one\ntwo", 1));
    }

    [Fact]
    public void Should_Check_What_Is_Written_And_Call_Nobody_When_It_Is_Set()
    {
        var changes = 0;
        _field.Changed = () => changes++;
        using var screen = Show(out _);

        _field.Value = "a!";
        (_field.Problem, changes).ShouldBe((null, 0));
        screen.Type("b");

        (_field.Problem, changes).ShouldBe(("Calmly", 1));
        screen.ToText().ShouldContain("✗ Calmly");
    }

    [Fact]
    public void Should_Let_Tab_Go_To_The_Next_Field()
    {
        using var screen = Show(out var next);

        screen.Press(Key.Tab);

        next.HasFocus.ShouldBeTrue();
    }

    private HeadlessScreen Show(out TextField next)
    {
        next = new TextField("Name");
        return new HeadlessScreen(30, 8, new WidgetScreen(new Form([_field, next]) { Submitted = () => _submitted++ }, Theme.Plain));
    }
}
