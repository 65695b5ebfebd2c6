namespace PluginHost.Terminal;

/// <summary>A key, and what it does at the moment.</summary>
public sealed class KeyHint
{
    /// <summary>Makes one.</summary>
    /// <param name="keys">The key as a person reads it: <c>Ctrl+S</c>.</param>
    /// <param name="title">What it does.</param>
    public KeyHint(string keys, string title)
    {
        (Keys, Title) = (keys, title);
        Line = RichLine.Of(new Segment(keys, Roles.Key) { Attributes = Attributes.Bold }, new Segment(" " + title, Roles.Text));
    }

    /// <summary>The key as a person reads it.</summary>
    public string Keys { get; }

    /// <summary>What it does.</summary>
    public string Title { get; }

    /// <summary>What a click on it does: the same as the key.</summary>
    public Action? Run { get; init; }

    internal RichLine Line { get; }
}
