namespace PluginHost.Sdk;

/// <summary>
/// The signs that stand beside a colour. A cell, node, line or status item that begins with one of them and a space is coloured by it, as ours are:
/// <c>$"{Sign.Good} out"</c>. A screen without these characters shows others.
/// </summary>
public static class Sign
{
    /// <summary>Done and confirmed.</summary>
    public const string Good = "✓";

    /// <summary>Waits for its time.</summary>
    public const string Waiting = "◷";

    /// <summary>Warns: it waits for more than time.</summary>
    public const string Warning = "!";

    /// <summary>Has failed, or was refused.</summary>
    public const string Bad = "✗";

    /// <summary>Nobody knows.</summary>
    public const string Doubt = "?";
}
