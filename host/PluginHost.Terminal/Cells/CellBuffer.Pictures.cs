namespace PluginHost.Terminal;

public sealed partial class CellBuffer
{
    /// <summary>What it shows, as text: a line for each row, without the blanks at its end.</summary>
    public string ToText() => Snapshot.Text(this);

    /// <summary>What it shows, as text with a second part that tells the style of every cell.</summary>
    public string ToStyledText() => Snapshot.Styled(this);

    /// <summary>What it shows, as a picture that a browser opens.</summary>
    public string ToSvg() => Svg.Of(this);
}
