namespace PluginHost.Campaigns;

/// <summary>How far a target is. New states are added at the end.</summary>
public enum TargetState
{
    /// <summary>Committed, and to be sent when its time has come.</summary>
    Scheduled,

    /// <summary>On its way: committed before the request left.</summary>
    Sending,

    /// <summary>The network has it.</summary>
    Sent,

    /// <summary>It was not published, for certain, and the reason is known.</summary>
    Refused,

    /// <summary>It may or may not have been published. It is looked for where the network can be asked; else a person decides.</summary>
    Unknown,

    /// <summary>Written down, and not to be sent before somebody says so.</summary>
    Draft,

    /// <summary>Its time has come, and one process has it in hand.</summary>
    Leased,
}
