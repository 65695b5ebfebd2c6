namespace PluginHost.Terminal;

/// <summary>A page of text, or of lines with looks and links.</summary>
public sealed class TextPage : Page
{
    private string _text = "";

    /// <summary>The text. Where it has line ends, a line ends. Setting it begins at its top.</summary>
    /// <value>Empty, also where <see cref="Rows"/> were set later.</value>
    public string Text
    {
        get => _text;
        set
        {
            _text = value;
            Source = new PlainSource(value);
        }
    }

    /// <summary>Shows lines that somebody has. They are asked for near the window only, and do not change while they are shown.</summary>
    public IRows Rows
    {
        set
        {
            _text = "";
            Source = new RowsSource(value);
        }
    }
}
