namespace PluginHost;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed, or was cancelled.</summary>
    public const int Failed = 1;

    /// <summary>Wrong use or configuration: nothing was begun.</summary>
    public const int WrongUse = 2;
}
