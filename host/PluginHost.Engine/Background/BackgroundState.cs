namespace PluginHost.Engine.Background;

/// <summary>What has become of a background service.</summary>
public enum BackgroundState
{
    Started,

    /// <summary>It came to its end by itself, and is started again.</summary>
    Ended,

    /// <summary>It threw, or its plugin could not be activated; it is started again.</summary>
    Failed,

    /// <summary>It was told to stop, and has.</summary>
    Stopped,

    /// <summary>It was told to stop, and has not. It ends with the process.</summary>
    LeftBehind,
}
