namespace PluginHost.Terminal;

/// <summary>How much something matters.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Done, and as it should be.</summary>
    Good,

    /// <summary>Waits, or may go wrong.</summary>
    Warning,

    /// <summary>Has gone wrong, or needs a person.</summary>
    Bad,
}
