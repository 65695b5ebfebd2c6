namespace PluginHost.Terminal;

/// <summary>How much a problem in a text matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>May be wrong.</summary>
    Warning,

    /// <summary>Is wrong.</summary>
    Error,
}
