namespace PluginHost.Sdk;

/// <summary>How grave a line or a problem is. New severities are added at the end.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Look at it; nothing is stopped.</summary>
    Warning,

    /// <summary>It stops what was meant.</summary>
    Error,
}
