namespace PluginHost.Terminal;

/// <summary>Something that can be done about a <see cref="Toast"/>: by a click, or by Alt with its letter while the toast is seen.</summary>
public sealed class ToastAction
{
    /// <summary>Makes one.</summary>
    /// <param name="title">What it does.</param>
    /// <param name="letter">Its letter.</param>
    /// <param name="run">What happens. The toast is closed by then.</param>
    public ToastAction(string title, char letter, Action run)
    {
        (Title, Letter, Run) = (title, char.ToLowerInvariant(letter), run);
        Line = RichLine.Of(new Segment(title, Roles.Text), new Segment($" Alt+{char.ToUpperInvariant(letter)}", Roles.Key));
    }

    /// <summary>What it does.</summary>
    public string Title { get; }

    /// <summary>Its letter, in lower case.</summary>
    public char Letter { get; }

    /// <summary>What happens.</summary>
    public Action Run { get; }

    internal RichLine Line { get; }
}
