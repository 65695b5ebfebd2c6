namespace PluginHost.Terminal;

/// <summary>The base direction of a text. It belongs to a field, never to a row of the screen.</summary>
public enum Direction
{
    /// <summary>That of its first strong character (UAX #9, P2 and P3); left to right where it has none.</summary>
    Auto,

    /// <summary>Left to right.</summary>
    LeftToRight,

    /// <summary>Right to left.</summary>
    RightToLeft,
}
