namespace PluginHost.Engine.Plugins.Running;

/// <summary>How far a plugin is.</summary>
public enum PluginState
{
    /// <summary>Known, and not used yet.</summary>
    Ready,

    /// <summary>Loaded and in use.</summary>
    Active,

    /// <summary>It cannot be used, and the reason is known.</summary>
    Refused,

    /// <summary>It threw or hung when it was activated.</summary>
    Faulted,

    /// <summary>Switched off in <c>plugins.yaml</c>.</summary>
    Off,

    /// <summary>Unloaded, and gone from memory.</summary>
    Unloaded,

    /// <summary>Unloaded, and something still holds it in memory.</summary>
    Zombie,

    /// <summary>It could be used, and the person has not said yet that it may run.</summary>
    Restricted,
}
