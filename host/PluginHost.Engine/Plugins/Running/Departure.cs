namespace PluginHost.Engine.Plugins.Running;

/// <summary>How a guest left: what its end can be seen by, and what it left behind. It holds nothing of the guest itself.</summary>
internal sealed record Departure
{
    public required KnownPlugin Known { get; init; }

    /// <summary>A weak reference to the plugin's type: it is gone when this is dead.</summary>
    public required WeakReference Trace { get; init; }

    /// <summary>How many calls were still inside when it was let go of.</summary>
    public int Inside { get; init; }

    /// <summary>What it did not come back from; null where it answered.</summary>
    public string? Hung { get; init; }
}
