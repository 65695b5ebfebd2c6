namespace PluginHost.Workbench.Rendering;

/// <summary>How a view stands with whoever makes it.</summary>
public enum ViewState
{
    /// <summary>It has been asked for, and has shown nothing yet.</summary>
    Waiting,

    /// <summary>It shows what is so.</summary>
    Ready,

    /// <summary>It shows what was so: the answer takes its time.</summary>
    Slow,

    /// <summary>Making it has failed; what it showed before is dimmed.</summary>
    Faulted,

    /// <summary>Its plugin has been unloaded; what it showed before is dimmed.</summary>
    Unloaded,

    /// <summary>It is not meant to be shown now: its <c>When</c> is false.</summary>
    Off,
}
