namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Fields for one line of text.</summary>
internal sealed class InputPage : IGalleryPage
{
    public string Id => "input";

    public string Title => "Text fields";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Tab", "next field"), new KeyHint("Ctrl+Z", "undo"), new KeyHint("Shift+←", "select")];

    public Widget Create(GalleryStage stage)
    {
        var digits = new TextInput { Hint = "digits", Text = "12a" };
        digits.Changed = text => digits.Problem = text.All(char.IsAsciiDigit) ? null : "Digits only.";
        digits.Changed(digits.Text);
        return new Dock(new SpaceRow())
            .AddTop(new Label("Anything; Enter tells it"), 1)
            .AddTop(new TextInput { Hint = "some text", Entered = stage.Say }, 2)
            .AddTop(new Label("Arabic and emoji"), 1)
            .AddTop(new TextInput { Text = "نكهة اليوم: 👨‍👩‍👧‍👦 coffee" }, 2)
            .AddTop(new Label("A secret"), 1)
            .AddTop(new TextInput { Text = "pass ❤️ word", IsSecret = true }, 2)
            .AddTop(new Label("Checked at every key"), 1)
            .AddTop(digits, 3);
    }
}
