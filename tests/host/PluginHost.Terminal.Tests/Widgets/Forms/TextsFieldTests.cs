namespace PluginHost.Terminal.Tests.Widgets.Forms;

public sealed class TextsFieldTests
{
    private readonly TextsField _field = new("Tags");
    private int _changes;

    public TextsFieldTests() => _field.Changed = () => _changes++;

    [Fact]
    public void Should_Add_A_Row_As_Soon_As_The_Last_Is_Written_In()
    {
        using var screen = Show();

        screen.Type("one\ntwo");

        _field.Value.ShouldBe(["one", "two"]);
        screen.ToText().ShouldStartWith($"Tags one{new string(' ', 21)}×\n     two{new string(' ', 21)}×\n{new string(' ', 29)}+\n");
        _changes.ShouldBe(6);
    }

    [Fact]
    public void Should_Go_From_Row_To_Row_By_The_Arrows()
    {
        _field.Value = ["a", "b"];
        using var screen = Show();

        screen.Press(Key.Down);
        screen.Type("2");
        screen.Press(Key.Up);
        screen.Type("1");

        _field.Value.ShouldBe(["a1", "b2"]);
    }

    [Fact]
    public void Should_Take_A_Row_Away_By_Keys_And_Go_On_With_The_Next()
    {
        _field.Value = ["a", "b"];
        using var screen = Show();

        screen.Press(Key.Backspace, Modifiers.Alt);
        screen.Type("!");

        _field.Value.ShouldBe(["b!"]);
    }

    [Fact]
    public void Should_Take_A_Row_Away_By_A_Click_On_Its_Cross()
    {
        _field.Value = ["a", "b"];
        using var screen = Show();

        screen.Click(29, 1);
        screen.Click(29, 1);

        _field.Value.ShouldBe(["a"]);
    }

    [Fact]
    public void Should_Submit_By_Enter_In_The_Empty_Row_And_Count_It_For_Nothing()
    {
        var isSubmitted = false;
        using var screen = Show(new Form([_field]) { Submitted = () => isSubmitted = true });

        screen.Type("one\n\n");

        isSubmitted.ShouldBeTrue();
        _field.Value.ShouldBe(["one"]);
    }

    [Fact]
    public void Should_Ask_For_At_Least_One_Where_It_Is_Needed()
    {
        var field = new TextsField("Tags") { IsRequired = true, Validate = texts => texts.Count > 1 ? "Only one" : null };

        field.Check().ShouldBeFalse();
        field.Value = ["a", "b"];
        field.Check().ShouldBeFalse();
        field.Problem.ShouldBe("Only one");
        field.Value = ["a"];

        field.Check().ShouldBeTrue();
    }

    private HeadlessScreen Show() => Show(new Form([_field]));

    private static HeadlessScreen Show(Form form) => new(30, 8, new WidgetScreen(form, Theme.Plain));
}
