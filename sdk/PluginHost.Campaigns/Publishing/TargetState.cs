namespace PluginHost.Campaigns;

/// <summary>How far a target is. New states are added at the end.</summary>
public enum TargetState
{
    /// <summary>Committed, and not yet on its way.</summary>
    Planned,

    /// <summary>On its way: committed before the request left.</summary>
    Sending,

    /// <summary>The network has it.</summary>
    Sent,

    /// <summary>It was not published, for certain, and the reason is known.</summary>
    Refused,

    /// <summary>It may or may not have been published. A person decides.</summary>
    Unknown,
}
