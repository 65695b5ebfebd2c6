namespace PluginHost.Terminal;

/// <summary>Which of two lines reads right.</summary>
public enum CalibrationAnswer
{
    /// <summary>The first one.</summary>
    A,

    /// <summary>The second one.</summary>
    B,

    /// <summary>Both, neither, or hard to tell: it stays as it was.</summary>
    Same,
}
